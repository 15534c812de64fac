/**
 * A small page that needs nothing else, for where the application itself cannot draw one. Returns the document;
 * `link.href` is an address of ours, and "" the page's own.
 */
export function plainPage({
  title,
  message,
  link,
}: {
  title: string;
  message: string;
  link: { href: string; text: string };
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/icon.svg">
<title>${escaped(title)} · Prepzo</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px; box-sizing: border-box;
  font: 14px/22px system-ui, sans-serif; text-align: center;
  background: light-dark(#fafafb, #101014); color: light-dark(#1d1d26, #ececf1); }
main { max-width: 24rem; }
img { display: block; margin: 0 auto 20px; }
h1 { font-size: 20px; line-height: 28px; letter-spacing: -.01em; margin: 0 0 8px; text-wrap: balance; }
p { margin: 0 0 20px; color: light-dark(#5d5d6b, #a3a3b2); text-wrap: balance; }
a { color: light-dark(#4338b0, #b3b4f5); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: 4px; }
</style>
</head>
<body><main><img src="/icon.svg" alt="" width="36" height="36"><h1>${escaped(title)}</h1><p>${escaped(message)}</p><a href="${escaped(link.href)}">${escaped(link.text)}</a></main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
