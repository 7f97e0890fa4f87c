"""A round through Sweden by programs alone: drafted, sent, confirmed, answered, decided, compiled, fed back."""

from vaxel.network.domain.kinds import Role

QUESTIONS = {
    "sections": [
        {
            "id": "s1",
            "title": "Medel",
            "questions": [
                {"id": "q1", "type": "number", "label": "Hur många?", "required": True},
                {"id": "q2", "type": "money", "label": "Hur mycket?"},
            ],
        }
    ]
}


def said(answer, status=200):
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_round_there_and_back(world, program):
    office = program(world.secretariat, Role.SECRETARIAT)
    template = said(office.post("/templates", {"title": "Årets frågor", "content": QUESTIONS}), 201)
    assert template["unfinished"] == []
    draft = {
        "kind": "account",
        "title": "Redovisning",
        "text": "Berätta.",
        "template": template["id"],
        "audience": {"kinds": ["municipality"], "counties": [world.dalarna.pk]},
        "due": str(world.today()),
    }
    number = said(office.post("/rounds", draft), 201)["id"]
    round = f"/rounds/{number}"
    whole = said(office.patch(round, {"revision": 0, "minutes": 20}))
    assert (whole["minutes"], whole["revision"], whole["template_version"]) == (20, 1, 1)
    assert said(office.post(f"{round}/send")) == {"sent": True, "waits_for_second": False}

    mora = program(world.mora)
    part = f"{round}/deliveries/{world.mora.pk}"
    assert said(mora.post(f"{part}/confirm"))["outcome"] == "received"
    assert said(mora.put(f"{part}/draft", {"values": {"q1": "12", "q2": "1 500,50"}}))["values"] == {
        "q1": "12",
        "q2": 150050,
    }
    receipt = said(mora.post(f"{part}/submit"))["receipt"]
    assert (receipt["step"], receipt["outcome"]) == ("answered", "answered")

    orsa, approver = program(world.orsa), program(world.orsa, Role.APPROVER)
    part = f"{round}/deliveries/{world.orsa.pk}"
    said(orsa.put(f"{part}/draft", {"values": {"q1": 30, "q2": 100}}))
    assert said(orsa.post(f"{part}/submit")) == {"receipt": None}, "Orsa decides in two steps"
    assert said(approver.post(f"{part}/decide"))["outcome"] == "answered"

    progress = said(office.get(f"{round}/progress"))
    assert (progress["counts"]["asked"], progress["counts"]["answered"]) == (3, 2)
    question = said(office.get(f"{round}/compilation"))["sections"][0]["questions"][0]
    assert question["aggregate"]["figures"]["total"] == "42"
    said(office.post(f"{round}/close"))
    assert said(office.post(f"{round}/feedback", {"text": "Tack, det ledde till mer stöd."}))["state"] == "fed_back"
    assert said(mora.get(round))["feedback"] == "Tack, det ledde till mer stöd."
    assert said(mora.get("/rounds?state=fed_back"))["total"] == 1


def test_what_does_not_fit_is_told_by_question_and_the_rest_is_kept(world, program):
    round = world.sent(audience={"bodies": [world.mora.pk]})
    mora, part = program(world.mora), f"/rounds/{round.pk}/deliveries/{world.mora.pk}"
    answer = mora.put(f"{part}/draft", {"values": {"q1": "tolv", "q3": "Tiden.", "okänd": 1}})
    problem = said(answer, 422)
    assert answer["Content-Type"] == "application/problem+json"
    assert {fault["where"] for fault in problem["errors"]} == {"q1", "okänd"}
    assert said(mora.get(part))["draft"]["values"] == {"q3": "Tiden."}


def test_a_coordinator_passes_on_and_asks_for_completion(world, program):
    round = world.sent(audience={"bodies": [world.mora.pk]}, route="stepwise")
    county = program(world.dalarna, Role.COORDINATOR)
    passed = {"node": world.dalarna.pk, "bodies": [world.mora.pk], "text": "Se bilagan."}
    assert said(county.post(f"/rounds/{round.pk}/relay", passed)) == {"relayed": 1, "also_reached": 0}
    mora, part = program(world.mora), f"/rounds/{round.pk}/deliveries/{world.mora.pk}"
    said(mora.put(f"{part}/draft", {"values": {"q1": 1}}))
    said(mora.post(f"{part}/submit"))
    asked = said(county.post(f"{part}/request-completion", {"text": "Skriv fler."}))
    assert asked["step"] == "completion_requested"
    assert said(mora.get(part))["completion_requested"] is True
