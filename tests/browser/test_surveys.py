"""A customer says how it was in the widget, by keyboard alone, and the desk reads it."""

from playwright.sync_api import expect

from tests.browser.conftest import People, picture
from tests.browser.steps import open_chat, open_row, reply, sign_in, write
from tests.running import Running


def test_a_customer_rates_in_the_widget_and_the_desk_reads_it(running_baton: Running, people: People) -> None:
    customer, agent = people.page(), people.page()
    chat = open_chat(customer, running_baton)
    write(chat, "I would like to talk to a person about my bell, please.")
    sign_in(agent, running_baton)
    open_row(agent, "Waiting", "about my bell")
    agent.get_by_role("button", name="Accept").or_(agent.get_by_role("button", name="Take over")).first.click()
    reply(agent, "The bell left this morning.")
    agent.get_by_role("button", name="Resolve").first.click()

    card = chat.get_by_role("region", name="How was our help?")
    expect(card).to_be_visible()
    card.get_by_role("radio", name="Very bad").focus()
    customer.keyboard.press("ArrowRight")
    expect(card.get_by_role("radio", name="Bad", exact=True)).to_be_checked()
    customer.keyboard.press("Tab")
    customer.keyboard.press("Space")
    card.get_by_role("textbox").fill("The bell is the wrong colour.")
    picture(customer, "60-widget-survey")
    customer.keyboard.press("Tab")
    customer.keyboard.press("Enter")
    expect(card.get_by_role("status")).to_contain_text("Thank you.")
    expect(card.get_by_role("status")).to_be_focused()
    picture(customer, "61-widget-survey-thanks")

    expect(agent.get_by_role("region", name="What they said of our help")).to_contain_text("2 of 5")
    agent.get_by_role("link", name="Customers", exact=True).click()
    agent.get_by_role("link", name="Ratings").click()
    expect(agent.get_by_text("The bell is the wrong colour.")).to_be_visible()
    picture(agent, "62-ratings")
