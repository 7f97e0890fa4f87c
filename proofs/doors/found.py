"""What a part of the proof tried, and what was wrong."""

from dataclasses import dataclass, field


@dataclass
class Found:
    count: int = 0
    who: int = 0
    wrong: list[str] = field(default_factory=list)

    def tried(self, told: str, *, holds: bool) -> None:
        self.count += 1
        if not holds:
            self.wrong.append(told)
