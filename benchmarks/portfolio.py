"""Portfolios of invented interviews, the same at every run.

The first interviews of a large portfolio are those of a small one. About half of the files hold
letters beyond ASCII: in the person's name, or because the author's editor sets curly quotes.
"""

import datetime
import random
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")

SEED = "shoptalk"
SHARE_OF_COMMON_QUESTIONS = 0.6
CURLY_AUTHORS = 0.15
QUESTIONS_IN_LIST = 300
QUESTIONS_ON_TOPIC = 100
ANSWERS_ON_PAGE = 40
LEARNINGS_ON_PAGE = 400
MOST_NAMED = 10
NOT_FOUND = "---\nsearch: {exclude: true}\n---\n"
FIRST_DAY = datetime.date(2024, 1, 8)
REQUEST = """\
Would you have 20 minutes for a call in the next two weeks?

I study data science at an evening school, and your way into it is the one I would like to take.
Any time that suits you is fine, by phone as well. Thank you for thinking about it.
"""
CURLY_TO_STRAIGHT = str.maketrans("“”’", '""\'')


@dataclass(frozen=True, slots=True)
class Names:
    """First and last names that go together."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    share: int
    form: str = "{first} {last}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and whether it was written for this person."""

    ask: str
    personal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented conversation."""

    number: int
    name: str
    title: str
    organization: str
    industry: str
    day: datetime.date
    minutes: int
    format: str
    route: str
    questions: tuple[Question, ...]
    answers: tuple[str, ...]
    learnings: tuple[str, ...]
    plans: tuple[str, ...]
    referrals: tuple[str, ...]
    tags: tuple[str, ...]
    agreed: bool
    curly: bool
    """The author's editor sets curly quotes."""

    @property
    def file_name(self) -> str:
        """The name of the file it is written up in."""
        words = self.name.lower().replace("'", "").replace(".", "").split()
        return f"{'-'.join(words)}-{self.number}.md"


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase for line in text.splitlines() if (phrase := line.strip()))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _composed(beginnings: str, endings: str) -> tuple[str, ...]:
    return tuple(one + other for one in beginnings.split() for other in endings.split())


LAST_NAMES = _composed(
    "Abber Aller Arken Bell Birken Brack Castel Corm Culver Drum Dunster East Elver Fair Farn Gant"
    " Gillen Haver Hollo Inger Jessel Kelder Kerse Linde Lother Marl Medder Nether Norr Oster Pem"
    " Quarn Raven Rothel Selk Thorn Ulver Wester Yarrow Zeal",
    "beck brook by croft dale den fell gate ham hurst ington kell ker lake ley low mere mond mont"
    " more ney rey ridge shaw son ston thorpe tell wick worth yard",
)
NAMES = (
    Names(
        _words(
            "Ada Bashir Clara Dmitri Esther Farida Gideon Hana Imani Jonas Keziah Luca Maren Nell"
            " Oscar Petra Quentin Rhea Silas Tamsin Ursula Viola Wendell Xenia Yorick Zelda"
        ),
        LAST_NAMES,
        60,
    ),
    Names(
        _words(
            "Temi Ngozi Kwame Thandi Rashid Leila Yusuf Amara Sefu Zola Ottilie Percival Abena Bako"
            " Chidi Dalia Emeka Fatou Idris Jabari Kamala Lwazi Mirela Nadim"
        ),
        _words(
            "Okonjo Adeyinka Mensah Dlamini Haddad Rahimi O'Brien-Smith Quill Underhill Varga"
            " Afolabi Boateng Chukwu Diallo Eze Farouk Gathoni Hashemi Iyer Jafari Kamara Lungu"
            " Achebe Bamidele Chikezie Dube Ekwueme Fofana Gebre Habib Ismail Juma Kariuki Lukaku"
            " Mugabe Nwosu Otieno Phiri Quaye Rizvi Sithole Toure Usman Villanueva Waweru Yilma"
            " Mbeki Nasser Obi Pillay Qureshi Ravel Sesay Tembo Umar Vasquez Wanjiru Yeboah Zuma"
        ),
        24,
    ),
    Names(
        _words(
            "José Inés Ramón Begoña Çağla Ömer Siân Łucja Zdeněk Agnès Jürgen Åsa Đức Íñigo Maëlle"
        ),
        _words(
            "Muñoz Ibáñez Núñez Yıldız Gwynfór Wójcik Dvořák Lefèvre Großmann Sjöström Nguyễn"
            " Bělský Château Domínguez Éluard Fjällström Gürsel Håkansson Ježek Kühnert Löwenthal"
            " Märtens Ñíguez Öztürk Pérez Šimůnek Třeboň Źdźbło Żeleński"
        ),
        8,
    ),
    Names(
        _words("Олеся Богдан Мирослава Тарас Зоряна Ростислав Ярина Остап"),
        _composed("Верб Крам Лис Полт Стец Гонч Мельн Сав", "енко ицька ук чак івська ій"),
        2,
    ),
    Names(
        _words("Ελένη Νικήτας Δάφνη Στέφανος Ηλέκτρα Φώτης"),
        _composed("Μαυρ Καλλ Ραφτ Λαμπρ Σταμ Γεωργ", "ίδης άκης όπουλος έλλης ιάδης"),
        2,
    ),
    Names(
        _words("ليلى سامر نادية فارس هدى رامي"),
        _words("النجار الخطيب منصور الشامي الحداد الكاتب العطار الصباغ البستاني الحلاق"),
        1,
    ),
    Names(
        _words("मीरा अर्जुन काव्या रोहन तारा विक्रम"),
        _words("देशमुख चतुर्वेदी पाटील अय्यर जोशी कुलकर्णी भट्ट नायर मेनन सिन्हा"),
        1,
    ),
    Names(
        _words("小明 雅婷 志强 思源 美玲 嘉豪 晓燕 建国"),
        _words("王 林 陈 欧阳 赵 黄 周 吴 徐 孙"),
        1,
        "{last}{first}",
    ),
    Names(
        _words("さくら 健太 美咲 大輔 陽菜 翔太"),
        _words("藤原 中村 小川 石田 高橋 森本 松浦 西野"),
        1,
        "{last}{first}",
    ),
)

TITLES = _phrases("""
    Clinical Data Engineer
    Product Designer
    Court Interpreter
    Site Reliability Engineer
    Marine Biologist
    Grants Officer
    Technical Writer
    Payroll Analyst
    Urban Planner
    Quality Inspector
    Sound Engineer
    Backend Developer
    Nurse Educator
    Supply Chain Planner
    Research Librarian
    Security Analyst
    Museum Conservator
    Head of Customer Support
""")
INDUSTRIES = _words("Healthcare Education Logistics Energy Finance Media Government Retail Science")
PLACES = _words("Harbor Juniper Copper Lantern Meadow Northgate Orchard Pebble Quarry Riverbend")
FIRMS = _composed(
    "Amber Birch Cedar Delta Echo Flint Granite Hazel Iris Jade Kelp",
    "bridge cliff crest field forge grove hill line mark peak point spring",
)
TRADES = _words("Health Logistics Studio Analytics Press Foods Instruments Transit Energy Robotics")
TAGS = _words("data design writing remote night-shift public-service startup health teaching")

OBJECTS = _phrases("""
    the handover notes
    a backlog of old requests
    the weekly figures
    the test suite
    a failing sensor
    the reading room
    an interview with a customer
    a spreadsheet that nobody owned
    the release checklist
    the emergency drill
    a contract in two languages
    the night rota
    the archive of drawings
    the budget for repairs
    a model of the harbor
    the first prototype
    an audit of the stock
    the feedback of new colleagues
    a map of every cable
    the training plan
""")
PEOPLE = _phrases("""
    a colleague from the warehouse
    the team lead
    two interns
    the woman at the front desk
    a retired engineer
    the accountant
    everybody on the late shift
    a patient’s daughter
    the new director
    an auditor from the city
    the people who answer the phones
    a neighbor of the plant
""")
TIMES = _phrases("""
    before nine in the morning
    on the first Monday of the month
    during the long winter
    in the second year
    after a bad week
    at the end of each quarter
    while the old system was still running
    on the way to a meeting
    within the first ninety days
    long before anybody had asked
""")
QUALITIES = _phrases("""
    patience with unclear requests
    the habit of writing things down
    curiosity about other people’s work
    a good ear for what is not said
    the courage to stop a launch
    some statistics and more common sense
    reading code that others wrote
    being on time with bad news
    a tidy way to name files
    the ability to explain a table in one sentence
""")
PROJECTS = _phrases("""
    night-train timetable
    flood sensor network
    bilingual intake form
    seed library catalogue
    hospital meal planner
    tide gauge archive
    paperless customs desk
    playground safety survey
    radio drama restoration
    school bus routing tool
    bridge inspection log
    museum ticket kiosk
    harvest forecast
    library fine amnesty
    hearing aid repair line
    volunteer ambulance roster
    allotment waiting list
    ferry crew handbook
    street light inventory
    newborn screening register
""")
SENTENCES = _phrases("""
    Most of the day goes into {object}, and the rest into talking with {person} about it.
    “Nobody tells you this at school,” I heard, “but {quality} matters more than any certificate.”
    It began {time}, when {object} landed on the desk and {person} had already gone home.
    The part that is hardest to explain to outsiders is *{quality}*.
    My advice would be to look after {object} first and to ask {person} early.
    There is [a short guide](https://example.org/guides/{slug}) that every newcomer reads {time}.
    That surprised me, because I had expected {object} to be somebody else’s job.
    What went wrong {time} was not {object} but the silence around it.
    “I’d rather have **{quality}** than another tool,” was the answer, and it came without a pause.
    They meet {time} to go through {object}, line by line, with {person}.
    A week without {object} would be a holiday; a week without {person} would be a disaster.
    The numbers are public: [the report](https://example.org/reports/{slug}) lists {object}.
    I asked what a beginner gets wrong, and we talked about {quality} for quite a while.
    Pay attention to {person}, because that is where the problems show up {time}.
    Some of it is routine, such as `{slug}` runs that start by themselves, but {object} never is.
    Looking back, the move came {time}, and {person} had more to do with it than any plan.
    He or she who takes over {object} needs {quality}, and has to show it {time}.
    It helps to keep a notebook: what was tried, who was asked, and how {object} looked afterwards.
    In the interview they hand out {object} and watch whether the candidate turns to {person}.
    Half of what is written about the trade is out of date, **above all** what it says on {object}.
""")
LEARNINGS = _phrases("""
    The work is less about {object} than I thought and more about {quality}.
    Whoever wants to get in should be able to show how they once mended {object}.
    Talking with {person} {time} saves more time than any tool.
    A small team cannot do without {quality}, least of all {time}.
    Trust is built {time}, by handing over {object} in good order.
    Two people with the same job title shared nothing but {object}.
""")
PLANS = _phrases("""
    Rewrite the first page of my portfolio so that it shows {quality}
    Practise on {object} and write up what went wrong
    Ask {person} for a second conversation about {object}
    Add a project on {object} to my portfolio by the end of the course
    Read the guide that was recommended and note three questions about {object}
    Spend one evening a week on {quality}
""")
PERSONAL_QUESTIONS = _phrases("""
    What did the {project} at {organization} teach you that no course could?
    How did {organization} decide that the {project} was worth two years of work?
    You wrote that the {project} nearly failed at {organization}. What saved it?
    Who at {organization} still uses the {project}, and what for?
    If you could start the {project} of {organization} again, what would you leave out?
    When did you know that the {project} would outlive your time at {organization}?
    How did {object} change once {organization} had its {project}?
    What did {person} say when {organization} showed them the {project}?
""")
COMMON_QUESTIONS = _phrases("""
    What does a normal day look like for you?
    How did you get into this field?
    Which parts of your work do you like best?
    Which parts of your work do you like least?
    Which skills matter most in your job?
    What surprised you when you started?
    What would you look for if you were filling a junior position?
    What do you wish you had known at the beginning?
    How do you keep your knowledge up to date?
    Who else should I talk to?
    What is a mistake that beginners make?
    How has your field changed in the last five years?
    Where do you see the field in ten years?
    Which tools do you use every day?
    What does a good week look like?
    What does a bad week look like?
    How is success measured in your role?
    What was your first job after school?
    How big is your team, and who does what in it?
    How much of your work happens in meetings?
    Do you work from home, and how does that go?
    What does your team do when something goes wrong?
    What is the best advice you were ever given?
    Which books or courses would you recommend?
    What makes an application stand out?
    What puts you off an application?
    What happens in your job interviews?
    Is a degree needed for this work?
    Which certificates are worth the money?
    How do you explain your work to your family?
    What is a misunderstanding about your profession?
    What do you do in the first hour of the day?
    How do you plan your week?
    How do you deal with deadlines?
    How do you say no to a request?
    What does your manager expect of you?
    How do you get feedback?
    How do people move up where you work?
    What would your next step be?
    Which other jobs could one do with your skills?
    What kind of person is happy in this work?
    What kind of person should stay away from it?
    How stressful is the work?
    How do you find time for your family?
    How often do you travel?
    What does the company do better than others?
    How would you describe the culture of your team?
    How are decisions made?
    How do newcomers learn the ropes?
    What do you look for in a mentor?
    How did you find your mentor?
    Which professional groups should I join?
    Which conferences are worth a visit?
    Which people do you follow online?
    What is the most interesting project you worked on?
    What project are you proudest of?
    Tell me about a project that failed.
    How do you work with other departments?
    How do you handle disagreement?
    What do customers misunderstand?
    How do rules and laws shape your work?
    What does automation change for you?
    What will not change in your trade?
    How secure are jobs in this field?
    When is the best time of year to apply?
    What can someone expect to earn at entry level?
    What should I learn first?
    What should I not waste time on?
    What would you do in my place?
    How could I get experience without a job?
    Would you look at my portfolio and tell me what is missing?
    What is the hardest decision you have had to make?
    What did you study, and do you use it?
    What did you want to be as a child?
    How did you know that this was the right field?
    Did you ever think of leaving?
    What brought you to this company?
    How has your role changed since you started?
    What do you do on a day without meetings?
    May I stay in touch with you?
""")


def people(count: int, questions: int = 0) -> Iterator[Person]:
    """The first `count` people, each asked so many questions, or 5 to 7."""
    return (_invent(number, questions) for number in range(count))


def front_matter(person: Person) -> str:
    """What stands between the lines of hyphens."""
    lines = [
        f"name: {person.name}",
        f"title: {person.title}",
        f"organization: {person.organization}",
        f"industry: {person.industry}",
        f"date: {person.day}",
        f"minutes: {person.minutes}",
        f"format: {person.format}",
        f"route: {person.route}",
        "questions:",
        *(line for question in person.questions for line in _question_lines(question)),
        "learnings:",
        *(f"  - {learning}" for learning in person.learnings),
        "applications:",
    ]
    for number, plan in enumerate(person.plans):
        by = person.day + datetime.timedelta(days=30 + 14 * number)
        done = "false" if number else "true"
        lines += [f"  - do: {plan}", f"    by: {by}", f"    done: {done}"]
    agreed = "name: true, organization: true, quotes: true" if person.agreed else "name: false"
    lines += [
        f"referrals: [{', '.join(person.referrals)}]",
        f"thanked: {person.day}T18:30",
        "connected: true",
        f"consent: {{{agreed}, on: {person.day}}}",
        f"tags: [{', '.join(person.tags)}]",
    ]
    return _typed(person, "\n".join(lines) + "\n")


def body(person: Person) -> str:
    """Each question as a heading, with its answer."""
    answered = zip(person.questions, person.answers, strict=True)
    text = "".join(f"\n## {question.ask}\n\n{answer}\n" for question, answer in answered)
    return _typed(person, text)


def interview(person: Person) -> str:
    """The file as Shoptalk reads it."""
    return f"---\n{front_matter(person)}---\n{body(person)}"


def stock_page(person: Person, earlier: Person, later: Person, bank: Mapping[str, str]) -> str:
    """What Shoptalk's page of the conversation says, as a page of plain Markdown.

    `bank` are links from each question to where it stands in the question bank.
    """
    answered = zip(person.questions, person.answers, strict=True)
    more = " · ".join(
        f"[{one}](../questions/conversations.md)" for one in (person.industry, *person.tags)
    )
    parts = (
        f"---\ntitle: {person.name}\ndescription: A conversation with {person.name}, "
        f"{person.title}, {person.organization}\ntags: [{', '.join(person.tags)}]\n---",
        f"# {person.name}",
        f"{person.title}, {person.organization}",
        f"{person.day}, {person.minutes} minutes, {person.format}, {person.industry}",
        "[A topic](../questions/topic-0.md) [Another](../questions/topic-1.md)",
        "## What I learnt",
        "\n".join(f"- {learning}" for learning in person.learnings),
        "## What I will do with it",
        "\n".join(f"- {plan} *By {person.day}.*" for plan in person.plans),
        "".join(f"\n## {one.ask}\n\n{bank[one.ask]}\n\n{text}\n" for one, text in answered),
        "## Whom to talk to next",
        "\n".join(f"- {name}" for name in person.referrals),
        f"More conversations: {more}",
        "---",
        f"[Earlier: {earlier.name}]({earlier.file_name})\n[Later: {later.name}]({later.file_name})",
    )
    return _typed(person, "\n\n".join(parts) + "\n")


def stock_lists(everybody: Sequence[Person]) -> dict[str, str]:
    """What Shoptalk's lists and tables say, as so many pages of plain Markdown, by their paths."""
    cards = (
        f"- [{one.name}](../interviews/{one.file_name})\n\n    {one.title}, {one.organization}\n\n"
        f"    {one.day}, {one.minutes} minutes, {one.format}, {one.industry}\n\n"
        f"    {' '.join(one.tags)}, A topic, Another\n"
        for one in everybody
    )
    learnings = [(text, one) for one in everybody for text in one.learnings]
    plans = [(f"{text} *By {one.day}.*", one) for one in everybody for text in one.plans]
    pages = {"conversations.md": f"{NOT_FOUND}# Conversations\n\n{''.join(cards)}"}
    for title, told in (("Learnings", learnings), ("Plans", plans)):
        for number, some in enumerate(batched(told, LEARNINGS_ON_PAGE)):
            items = "".join(f"- {text}\n{_link(one)}\n" for text, one in some)
            pages[f"{title}-{number}.md"] = f"{NOT_FOUND}# {title}\n\n{items}"
    for title, columns, rows in (("Coverage", 14, 100), ("Rubric", 6, 60)):
        for number, some in enumerate(batched(everybody, rows)):
            table = _table(columns, some)
            pages[f"{title}-{number}.md"] = f"{NOT_FOUND}# {title}\n\n{table}"
    return pages


def _table(columns: int, people: Sequence[Person]) -> str:
    head = f"| Conversation |{' A part |' * columns}\n|---|{'--:|' * columns}\n"
    return head + "".join(
        f"| {_link(one)} |{f' [1](../interviews/{one.file_name}) |' * columns}\n" for one in people
    )


def stock_bank_pages(everybody: Sequence[Person]) -> dict[str, str]:
    """What Shoptalk's question bank says, as so many pages of plain Markdown, by their paths.

    Answers are left out of the search there, too.
    """
    asked: dict[str, list[tuple[Person, str]]] = {}
    for person in everybody:
        for question, answer in zip(person.questions, person.answers, strict=True):
            asked.setdefault(question.ask, []).append((person, answer))
    questions = sorted(asked, key=lambda ask: -len(asked[ask]))
    pages = {}
    for number, listed in enumerate(batched(questions, QUESTIONS_IN_LIST)):
        items = "".join(f"- {ask}, asked {len(asked[ask])} times\n" for ask in listed)
        pages[f"list-{number}.md"] = f"{NOT_FOUND}# Question bank\n\n{items}"
    for number, listed in enumerate(batched(questions, QUESTIONS_ON_TOPIC)):
        parts = (f"## {ask}\n\n{_names(asked[ask][:MOST_NAMED])}" for ask in listed)
        pages[f"topic-{number}.md"] = "# A topic\n\n" + "\n".join(parts)
    for place, ask in enumerate(questions):
        if len(asked[ask]) > 1:
            for number, some in enumerate(batched(asked[ask], ANSWERS_ON_PAGE)):
                parts = (f"## {person.name}\n\n{person.title}\n\n{text}" for person, text in some)
                text = f"{NOT_FOUND}# {ask}\n\n" + "\n\n".join(parts)
                pages[f"question-{place}-{number}.md"] = text
    return pages


def batched(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items, so many at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))


def _names(asked: Sequence[tuple[Person, str]]) -> str:
    return "".join(f"- {_link(one)}\n" for one, _ in asked)


def _link(person: Person) -> str:
    return f"[{person.name}](../interviews/{person.file_name})"


def _links_to_bank(everybody: Sequence[Person]) -> dict[str, str]:
    """By each question: how many were asked it, with a link to a page of the bank."""
    asked = Counter(question.ask for one in everybody for question in one.questions)
    return {
        ask: f"[Asked of {count} people](../questions/list-0.md)" for ask, count in asked.items()
    }


SETTINGS = "site_name: A portfolio\ntheme: {name: material, font: false}\n"
HOME = "# A portfolio\n\nConversations about work; everybody in them is invented.\n"


def write_portfolio(folder: Path, count: int, questions: int = 0) -> None:
    """A portfolio for Shoptalk, of so many people with so many questions each, or 5 to 7."""
    pages = {person.file_name: interview(person) for person in people(count, questions)}
    _write(folder, "plugins: [search, shoptalk]\n", folder / "interviews", pages)


def write_class(folder: Path, students: int, conversations: int) -> None:
    """The portfolios of a class, each with so many conversations."""
    pages = [(person.file_name, interview(person)) for person in people(students * conversations)]
    for number, some in enumerate(batched(pages, conversations)):
        home = folder / f"student-{number:04}"
        _write(home, "plugins: [search, shoptalk]\n", home / "interviews", dict(some))


def write_requests(folder: Path, count: int) -> None:
    """A list of requests, each with its message; every third led to an appointment."""
    lines = ["zone: Europe/Berlin", "requests:"]
    for person in people(count):
        lines += [
            f'  - name: "{person.name}"',
            f"    sent: {person.day}",
            f"    message: |\n{textwrap.indent(REQUEST, ' ' * 6)}",
        ]
        if person.number % 3 == 0:
            met = person.day + datetime.timedelta(days=9)
            lines += [
                "    answer: accepted",
                f"    appointment: {{on: {met}T17:30, zone: America/New_York}}",
            ]
    private = folder / "private"
    private.mkdir(parents=True)
    (private / "outreach.yml").write_text("\n".join(lines), encoding="utf-8")


def write_stock_site(folder: Path, count: int) -> None:
    """A site of stock Material with about the same text, also outside the navigation."""
    everybody = list(people(count))
    links = _links_to_bank(everybody)
    pages = {
        person.file_name: stock_page(
            person, everybody[number - 1], everybody[number - count + 1], links
        )
        for number, person in enumerate(everybody)
    }
    settings = "plugins: [search]\nnot_in_nav: |\n  /interviews/\n  /questions/\n"
    _write(folder, settings, folder / "docs" / "interviews", pages)
    bank = folder / "docs" / "questions"
    bank.mkdir()
    for name, text in {**stock_bank_pages(everybody), **stock_lists(everybody)}.items():
        (bank / name).write_text(text, encoding="utf-8")


def _typed(person: Person, text: str) -> str:
    return text if person.curly else text.translate(CURLY_TO_STRAIGHT)


def _write(folder: Path, settings: str, place: Path, pages: dict[str, str]) -> None:
    place.mkdir(parents=True)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS + settings, encoding="utf-8")
    for name, text in pages.items():
        (place / name).write_text(text, encoding="utf-8")


def _invent(number: int, asked: int) -> Person:
    # The choices depend on nothing but the number: no process, version or order changes them.
    chance = random.Random(f"{SEED}-{number}")  # noqa: S311 (nothing here is secret)
    organization = f"{chance.choice(FIRMS)} {chance.choice(TRADES)}"
    questions = _questions(chance, organization, asked)
    return Person(
        number=number,
        name=_name(chance),
        title=chance.choice(TITLES),
        organization=organization,
        industry=chance.choice(INDUSTRIES),
        day=FIRST_DAY + datetime.timedelta(days=chance.randrange(700)),
        minutes=chance.choice((20, 25, 30, 45)),
        format=chance.choice(("in-person", "phone", "video")),
        route=chance.choice(("direct", "warm", "cold")),
        questions=questions,
        answers=tuple(_answer(chance) for _ in questions),
        learnings=tuple(_filled(chance, text) for text in chance.sample(LEARNINGS, 3)),
        plans=tuple(_filled(chance, text) for text in chance.sample(PLANS, 2)),
        referrals=(_name(chance), _name(chance)),
        tags=tuple(chance.sample(TAGS, 2)),
        agreed=chance.random() < 0.7,
        curly=chance.random() < CURLY_AUTHORS,
    )


def _name(chance: random.Random) -> str:
    names = chance.choices(NAMES, [names.share for names in NAMES])[0]
    return names.form.format(first=chance.choice(names.first), last=chance.choice(names.last))


def _questions(chance: random.Random, organization: str, asked: int) -> tuple[Question, ...]:
    count = asked or chance.randint(5, 7)
    common = sum(chance.random() < SHARE_OF_COMMON_QUESTIONS for _ in range(count))
    common = max(common, count - len(PERSONAL_QUESTIONS))
    questions = [Question(ask, personal=False) for ask in chance.sample(COMMON_QUESTIONS, common)]
    for template in chance.sample(PERSONAL_QUESTIONS, count - common):
        project = f"{chance.choice(PLACES)} {chance.choice(PROJECTS)}"
        ask = _filled(chance, template, project=project, organization=organization)
        questions.append(Question(ask, personal=True))
    return tuple(questions)


def _question_lines(question: Question) -> list[str]:
    if not question.personal:
        return [f"  - {question.ask}"]
    return [f"  - ask: {question.ask}", "    topic: projects", "    personal: true"]


def _answer(chance: random.Random) -> str:
    """From 80 to 150 words in two paragraphs."""
    wanted, words = chance.randint(80, 120), 0
    sentences: list[str] = []
    while words < wanted:
        sentences.append(_filled(chance, chance.choice(SENTENCES)))
        words += sentences[-1].count(" ") + 1
    middle = len(sentences) // 2
    return f"{' '.join(sentences[:middle])}\n\n{' '.join(sentences[middle:])}"


def _filled(chance: random.Random, template: str, **given: str) -> str:
    return template.format(
        object=chance.choice(OBJECTS),
        person=chance.choice(PEOPLE),
        time=chance.choice(TIMES),
        quality=chance.choice(QUALITIES),
        slug=chance.choice(PROJECTS).replace(" ", "-"),
        **given,
    )
