from vaxel.funding.rulebook import PAGE, written


def test_the_page_is_as_the_rules_are():
    assert PAGE.read_text() == written(), "python -m vaxel.funding.rulebook writes it anew"
