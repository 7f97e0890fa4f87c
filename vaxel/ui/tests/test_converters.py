import pytest
from django.urls import Resolver404, path, resolve


def view(request, number):
    """Never called: only the address is read."""


urlpatterns = [path("sak/<id:number>/", view)]


@pytest.mark.urls(__name__)
class TestId:
    def test_up_to_eighteen_digits_is_a_number(self):
        assert resolve(f"/sak/{10**18 - 1}/").kwargs == {"number": 10**18 - 1}

    @pytest.mark.parametrize("text", [str(10**18), "-1", "abc", "1.0", "٣"])
    def test_anything_else_is_no_address(self, text):
        with pytest.raises(Resolver404):
            resolve(f"/sak/{text}/")
