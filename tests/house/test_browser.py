"""The watchers in conftest.py: a check that never complains proves nothing."""

import pytest

from tests.watching import watch

pytestmark = pytest.mark.static

BAD = "<!doctype html><html><head><title>x</title></head><body><img src='data:,'><p>text</p></body></html>"


def test_static_files_are_served(page):
    assert page.goto("/static/ui/vendor/htmx.min.js").status == 200


def test_axe_complains(page, axe):
    page.set_content(BAD)
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_a_person_can_be_signed_in(page_for, django_user_model):
    user = django_user_model.objects.create_user("samordnare@example.se")
    cookies = page_for(user).context.cookies()
    assert [cookie["name"] for cookie in cookies] == ["sessionid"]


class TestFaultsMetOnTheWay:
    """Each must fail its test at the end; so the fixture is driven by hand."""

    @pytest.fixture
    def faults(self, browser, live_server):
        faults = []
        context = browser.new_context()
        watch(context, live_server.url.removeprefix("http://"), faults)
        context.route(
            "**/*", lambda route: route.fulfill(body=self.body, content_type="text/html", headers=self.headers)
        )
        self.page = context.new_page()
        self.home = live_server.url
        yield faults
        context.close()

    body, headers = "", {}

    def test_a_request_that_leaves_the_site(self, faults):
        self.body = "<img src='http://192.0.2.1/x.png'>"
        self.page.goto(self.home)
        assert any("192.0.2.1" in fault for fault in faults)

    def test_a_script_that_fails(self, faults):
        self.body = "<script>undefined.thing</script>"
        self.page.goto(self.home)
        assert any("script failed" in fault for fault in faults)

    def test_a_breach_of_the_security_policy(self, faults):
        self.body, self.headers = "<p style='color:red'>", {"Content-Security-Policy": "default-src 'self'"}
        self.page.goto(self.home)
        assert any("Content Security Policy" in fault for fault in faults)

    def test_a_good_page_has_none(self, faults):
        self.body = "<p>good</p>"
        self.page.goto(self.home)
        assert faults == []
