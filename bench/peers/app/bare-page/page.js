export const dynamic = "force-dynamic";
export const metadata = { title: "Bare" };

/** The least that a page of Next.js can do which is made anew for each visitor. */
export default function Page() {
  return <h1>Bare</h1>;
}
