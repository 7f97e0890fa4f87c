from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "vaxel.adoption"
    label = "adoption"

    def ready(self):
        from vaxel import search
        from vaxel.adoption.journal_words import speak
        from vaxel.adoption.searched import SOURCE
        from vaxel.journal import append_only

        speak()
        search.register(SOURCE)
        append_only.keep(self, "adoption_adoptionstep", "adoption_opening", says="steps of adoption are append-only")
