import io

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.static


@pytest.mark.django_db
def test_models_and_migrations_agree():
    said = io.StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=said, stderr=said)
    except SystemExit:
        pytest.fail(f"python manage.py makemigrations is needed:\n{said.getvalue()}", pytrace=False)
