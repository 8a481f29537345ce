/** The last look at markup before it enters a page: what the server's one function makes, and nothing else. */

import { expect, test } from "vitest";
import { checked } from "../../src/shared/markup";

const MADE = [
  "",
  "<p>Plain &lt;b&gt; &amp; “quoted”</p>",
  "<h3>Title</h3><ul><li><strong>one</strong></li></ul><hr><blockquote><em>two</em><br></blockquote>",
  '<a href="https://example.org/a?b=1&amp;c" target="_blank" rel="noopener noreferrer nofollow">x</a>',
  '<pre><code>if a &lt; b</code></pre><ol><li><a href="mailto:a@b.example">y</a></li></ol>',
];

const NOT_MADE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<p onclick=alert(1)>x</p>",
  "<P>x</P>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  "<a href='https://example.org'>x</a>",
  '<a href="https://example.org" onclick="alert(1)">x</a>',
  '<a href="https://example.org" style="x">x</a>',
  "<<p>script>alert(1)<</p>/script>",
  '<svg><p><style><a href="https://example.org"><img src=x onerror=alert(1)>',
  "<!-- <p> --><!doctype html><p",
  "<p>fine</p><iframe srcdoc=x></iframe>",
];

test.each(MADE)("%s enters as it is", (html) => {
  expect(checked(html)).toBe(html);
});

test.each(NOT_MADE)("%s is shown as text", (html) => {
  expect(checked(html)).not.toContain("<");
  expect(checked(html).replaceAll("&lt;", "<").replaceAll("&amp;", "&")).toBe(html);
});
