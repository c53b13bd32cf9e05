"""Finding the phrases of a rubric in texts of any script."""

import pytest

from shoptalk.rubric.phrases import is_question, numbers_with, phrase_in, why_unsuitable


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (("hire me",), "Could you *hire* me?", "hire me"),
        (("hire me",), "Why rehire me?", ""),
        (("refer me", "hire me"), "Would you hire me?", "hire me"),
        (("give * job",), "Give me a nice little job!", "give me a nice little job"),
        (("give * job",), "Give job", "give job"),
        (("give * job",), "Give me one of their many jobs", ""),
        (("give * job",), "Give me a b c d e job", ""),
        (("give * job",), "job give", ""),
        (("a * b * c",), "a x b y z c", "a x b y z c"),
        (("* job *",), "any job", "job"),
        (("l'équipe",), "Et l’équipe ?", "l équipe"),
        (("工资",), "这里的工资怎么样？", "工资"),
        (("工 资",), "这里的工资怎么样？", "工资"),
        (("您 * 工作",), "您每天的工作是什么？", "您每天的工作"),
        (("您 * 工作",), "您一二三四五工作", ""),
        (("AI 工作",), "用AI工作", "ai 工作"),
        (("เงินเดือน",), "คุณได้เงินเดือนเท่าไร", "เงินเดือน"),
        (("연봉은",), "연봉은 얼마예요?", "연봉은"),
        (("راتبك",), "كم راتبك؟", "راتبك"),
        (("راتبك",), "كم راتبكم؟", ""),
        (("do you earn?",), "How much do you earn?", "do you earn"),
        (("do you earn ?",), "What do you *earn*", "do you earn"),
        (("do you earn?",), "How do you earn trust?", ""),
        (("how * start?",), "How did you start?", "how did you start"),
        (("how * start?",), "How did you start here?", ""),
        (("工资？",), "这里的工资？", "工资"),
        (("工资？",), "这里的工资怎么样？", ""),
        (("راتبك؟",), "كم راتبك؟", "راتبك"),
        (("?",), "Why?", ""),
        ((), "Why?", ""),
        (("why",), "", ""),
    ],
)
def test_phrase_in(phrases, text, found):
    assert phrase_in(phrases, text) == found
    assert bool(found) is any(numbers_with(phrase, [text]) for phrase in phrases)


def test_numbers_with():
    assert numbers_with("day", ["A day", "Today", "", "Day one"]) == [0, 3]
    assert numbers_with("?", ["?"]) == []


@pytest.mark.parametrize(
    ("phrases", "why"),
    [
        (("a", "b *"), ""),
        ((), "words: is empty, so there is nothing to look for"),
        (("a", " * "), "words: has '*', in which there is no word"),
    ],
)
def test_why_unsuitable(phrases, why):
    assert why_unsuitable(phrases, "words") == why


@pytest.mark.parametrize("text", ["Why?", "Pourquoi ? ", "为什么？", "لماذا؟"])
def test_what_ends_in_a_question_mark_is_a_question(text):
    assert is_question(text)
    assert not is_question(f"{text} Tell me.")
