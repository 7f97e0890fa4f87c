"""The ticks at the foot of a ticket: decoration that is the same for the same number, and carries nothing."""


def ticks(number: str) -> str:
    """An SVG path of upright lines, their distances taken from the characters of `number`."""
    x, path = 1, ""
    for character in str(number) * 2:
        wide, gap = 1 + ord(character) % 3, 2 + ord(character) % 4
        path += f"M{x} 0h{wide}v26h-{wide}z"
        x += wide + gap
        if x > 150:
            break
    return path
