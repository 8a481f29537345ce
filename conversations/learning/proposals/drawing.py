"""Draws a proposal for the knowledge from an answer that an agent corrected."""

from typing import Any

from django.utils.translation import gettext, gettext_noop

from assistant.asking import Said
from assistant.gaps import drafting, subjects
from assistant.gaps.subjects import Asked
from assistant.knowledge import articles
from assistant.models import Article
from conversations.models import AuthorKind, Conversation, Kind, Message
from tenants.errors import NotFoundError

Json = dict[str, Any]
NO_ANSWER = gettext_noop("seq: the assistant said nothing there that could be corrected.")


def access_answer(conversation: Conversation, seq: int) -> Message:
    """The assistant's message `seq`; NotFoundError when that is none."""
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.ASSISTANT, seq=seq).first()
    if said is None:
        raise NotFoundError(gettext(NO_ANSWER), param="seq")
    return said


def of_correction(conversation: Conversation, answer: Message, correction: str) -> Json:
    """The fields of a proposal: other words for the article that was quoted, or a new article where none was."""
    asked = question_before(conversation, answer)
    question = drafting.headline(asked) if asked.text else ""
    passages = {str(source["article_id"]): str(source["passage"]) for source in answer.sources if source["article_id"]}
    article = next((one for key in passages if (one := Article.objects.filter(pk=key).first())), None)
    if article is None:
        title = question or drafting.headline(Asked(correction, conversation.language))
        return {"title": title, "body": correction, "questions": [], "language": conversation.language}
    return {
        "article": article,
        "title": article.title,
        "body": put_right(article.body, passages[str(article.id)], correction),
        "questions": with_question(article, question),
        "language": article.language,
    }


def put_right(body: str, passage: str, correction: str) -> str:
    """The article with the correction in place of what was quoted, or at its end where that no longer stands."""
    if passage and passage in body:
        return body.replace(passage, correction, 1)
    return f"{body.rstrip()}\n\n{correction}"


def with_question(article: Article, question: str) -> list[str]:
    """The article's questions and this one, where it is another and there is room."""
    known = {one.casefold().rstrip("?!. ") for one in (article.title, *article.questions)}
    new = question and question.casefold().rstrip("?!. ") not in known
    room = len(article.questions) < articles.MOST_QUESTIONS
    return [*article.questions, question] if new and room else list(article.questions)


def question_before(conversation: Conversation, answer: Message) -> Asked:
    """What the customer had asked."""
    told = conversation.messages.filter(kind=Kind.TEXT, seq__lt=answer.seq).order_by("seq")
    lines = [Said(one.author_kind == AuthorKind.CUSTOMER, one.text) for one in told]
    while lines and not lines[-1].customer:
        lines.pop()
    names = tuple(part for part in conversation.customer.name.split() if len(part) > 1)
    return Asked(subjects.essence(lines), conversation.language, names)
