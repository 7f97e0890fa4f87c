"""Two ways of using a page: by pointing, and by keyboard alone. Everything is found by its role and its Swedish name."""

from playwright.sync_api import expect


class Pointing:
    """Clicks and types; looks at every page it comes to."""

    def __init__(self, page, look):
        self.page = page
        self.look = look

    def opens(self, address):
        self.page.goto(address)
        self.look(self.page)

    def sees(self, text):
        expect(self.page.get_by_role("main")).to_contain_text(text)

    def heading(self, text):
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(text)

    def follows(self, name):
        self._move(self.page.get_by_role("link", name=name).first)

    def presses(self, name):
        self._move(self.page.get_by_role("button", name=name).first)

    def _move(self, target):
        """To another page, or back to the same one."""
        with self.page.expect_navigation():
            self.reach(target)
        self.look(self.page)

    def reach(self, target):
        target.click()

    def writes(self, label, text):
        self._field(label).fill(text)

    def _field(self, label):
        return self.page.get_by_role("textbox", name=label)

    def ticks(self, name):
        self.page.get_by_role("checkbox", name=name).check()

    def chooses(self, name):
        self.page.get_by_role("radio", name=name).check()


class Typing(Pointing):
    """Tab, Enter, Space and letters. A thing that Tab never comes to does not exist."""

    def find(self, target, at="element => element === document.activeElement"):
        for _step in range(250):
            if target.evaluate(at):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never came to {target}")

    def reach(self, target):
        self.find(target)
        self.page.keyboard.press("Enter")

    def writes(self, label, text):
        field = self._field(label)
        self.find(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def ticks(self, name):
        self.find(self.page.get_by_role("checkbox", name=name))
        self.page.keyboard.press("Space")

    def chooses(self, name):
        """Tab comes to a group once; the arrows go from one to the next in it."""
        target = self.page.get_by_role("radio", name=name)
        self.find(target, "one => document.activeElement.name === one.name")
        self.page.keyboard.press("Space")
        for _step in range(20):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows never came to {target}")
