"""What search finds of rounds. Each source says who may see it by the querysets that the pages ask."""


def register():
    from vaxel import search
    from vaxel.rounds.searched import documents, rounds, talk, templates, written

    search.register(rounds.SOURCE, talk.SOURCE, written.SOURCE, documents.SOURCE, templates.SOURCE)
