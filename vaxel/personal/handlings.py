"""The kinds of personal data in Växel: why each is kept, on which ground, how long, and what an erasure does."""

from django.utils.translation import gettext_lazy as _

from vaxel.personal.domain.table import Act, Handling

PUBLIC_TASK = _("Uppgift av allmänt intresse (artikel 6.1 e), för en enskild organisation berättigat intresse (6.1 f)")
LEGAL_DUTY = _("Rättslig förpliktelse (artikel 6.1 c): offentlighets- och sekretesslagen 5 kap. 1 §, arkivlagen")
SCHEDULE = _("Enligt organisationens gallringsbeslut eller dokumenthanteringsplan")

HANDLINGS = {
    one.key: one
    for one in (
        Handling(
            "contact",
            _("Vem du är i nätverket"),
            _("Namn, e-post, telefon och titel."),
            _("Att andra ska veta vem som företräder en organisation och kunna nå hen."),
            PUBLIC_TASK,
            _("Så länge du har ett uppdrag, därefter tills ett beslut om radering är verkställt."),
            Act.ERASE,
            _("Töms."),
        ),
        Handling(
            "login",
            _("Inloggning"),
            _("E-postadressen du loggar in med, språkval, inbjudningar och namnen på dina nycklar för program."),
            _("Att bara du kan göra det du får göra."),
            PUBLIC_TASK,
            _("Så länge du kan logga in. Inbjudningar i 90 dagar sedan de gått ut."),
            Act.DELETE,
            _("Tas bort."),
        ),
        Handling(
            "guarded",
            _("Lösenord och nycklar"),
            _("Kontrollsummor av lösenord och nycklar, passernycklar och pågående inloggningar."),
            _("Att bara du kan göra det du får göra."),
            PUBLIC_TASK,
            _("Så länge inloggningen finns. En inloggning glöms när den gått ut."),
            Act.DELETE,
            _("Tas bort."),
            is_secret=True,
        ),
        Handling(
            "trace",
            _("Vem som gjorde vad"),
            _("Ett nummer som visar vem som skickade, svarade, beslutade eller ändrade något, och tiden."),
            _("Att det i efterhand ska gå att visa vad som hände, och att ingen annan gjorde det."),
            LEGAL_DUTY,
            SCHEDULE,
            Act.PSEUDONYM,
            _("Numret står kvar men leder inte längre till någon: namn och adress är borta."),
        ),
        Handling(
            "note",
            _("Det du själv har skrivit i förtroende av ditt uppdrag"),
            _("Skäl, anteckningar och hälsningar vid sidan av svaren."),
            _("Att den som tar emot något ska förstå varför."),
            PUBLIC_TASK,
            SCHEDULE,
            Act.ERASE,
            _("Töms. Står du nämnd i någon annans anteckning tas de orden ut."),
        ),
        Handling(
            "journaled",
            _("Anteckningar i journalen"),
            _("Det någon skrev när hen gjorde något, bredvid journalens rad."),
            _("Att det i efterhand ska gå att visa vad som hände och varför."),
            LEGAL_DUTY,
            SCHEDULE,
            Act.ERASE,
            _("Hela anteckningen raderas. Journalens rad och kontrollsumma står kvar, så att journalen går att pröva."),
        ),
        Handling(
            "record",
            _("Texter i organisationernas handlingar"),
            _("Frågor, svar, förslag och beslut där någon kan vara nämnd."),
            _("Att skicka, besvara och sammanställa förfrågningar, signaler och medel mellan organisationer."),
            PUBLIC_TASK,
            SCHEDULE,
            Act.REDACT,
            _("Namn, adresser och de ord som beslutet räknar upp tas ut ur texten. Handlingen står kvar."),
        ),
        Handling(
            "mail",
            _("Mejl som Växel skickar"),
            _("Adress, ämne och text, och om det kom fram."),
            _("Att du ska få veta vad som väntar på dig."),
            PUBLIC_TASK,
            _("I 365 dagar sedan mejlet skickades eller gavs upp. Därefter töms adress och text."),
            Act.DELETE,
            _("Tas bort, också det som inte hunnit skickas."),
        ),
        Handling(
            "mailbox",
            _("Organisationers brevlådor"),
            _("Den adress som en organisation själv har valt att nås på."),
            _("Att organisationen ska nås också när ingen har uppdraget."),
            PUBLIC_TASK,
            _("Så länge organisationen har adressen."),
            Act.REDACT,
            _("Är adressen din egen tas den ut."),
        ),
        Handling(
            "passing",
            _("Det som bara passerar"),
            _("Filer på väg in, svar till program, avisering till program, jobb i kö och räknade inloggningsförsök."),
            _("Att Växel ska fungera, och att ingen ska kunna gissa lösenord."),
            PUBLIC_TASK,
            _("I 30 dagar."),
            Act.DELETE,
            _("Raden tas bort."),
        ),
        Handling(
            "file",
            _("Bifogade filer"),
            _("Det någon har bifogat, och filens namn."),
            _("Att skicka och ta emot handlingar."),
            PUBLIC_TASK,
            SCHEDULE,
            Act.REDACT,
            _("En fil där du nämns byts mot ett besked om att den är raderad, och varför."),
        ),
        Handling(
            "index",
            _("Sökregistret"),
            _("Orden i det som går att söka efter."),
            _("Att det som finns ska gå att hitta."),
            PUBLIC_TASK,
            _("Lika länge som det som registret är gjort av."),
            Act.DERIVE,
            _("Görs om av det som finns kvar."),
        ),
        Handling(
            "sealed",
            _("Undertecknade avtal och beslutade fördelningar"),
            _(
                "Texten som parterna har skrivit under, det de redovisat mot den, och underlaget till ett beslut om medel."
            ),
            _("Att parterna ska kunna visa vad de har kommit överens om."),
            LEGAL_DUTY,
            SCHEDULE,
            Act.KEEP,
            _("Behålls: kontrollsumman och underskrifterna gäller bara texten som den är (artikel 17.3 b och e)."),
        ),
    )
}
