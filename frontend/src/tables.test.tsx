import { useState } from "react";
import { expect, test } from "vitest";
import { Table, Td, Th, Tr } from "./shared/ui/Table";
import { draw, page, soon, withPage } from "./testing/page";

withPage(() => Promise.reject(new Error("a table asks for nothing")));

function Chargers({ headings }: { headings: string[] }) {
  const head = headings.map((heading) => <Th key={heading}>{heading}</Th>);
  return (
    <Table caption="Chargers" head={head}>
      <Tr>
        <Td>BOX-1</Td>
        <Td part="corner">Free</Td>
      </Tr>
    </Table>
  );
}

function Changing() {
  const [headings, change] = useState(["Charger", "State"]);
  return (
    <>
      <button type="button" onClick={() => change(["Ladesäule", "Zustand"])} />
      <Chargers headings={headings} />
    </>
  );
}

/** What the style sheet writes before the cells of a column, where rows are cards. */
function headingOf(column: number): string | undefined {
  return page.querySelector("table")?.style.getPropertyValue(`--heading-${column}`);
}

test("the cells of a card are told by the headings of their columns", async () => {
  draw(<Chargers headings={["Charger", 'State "now"']} />);
  await soon(() => expect(headingOf(1)).toBe('"Charger"'));
  expect(headingOf(2)).toBe(String.raw`"State \"now\""`);
  expect(headingOf(3)).toBe("");
});

test("the cells of a card follow when the headings change", async () => {
  draw(<Changing />);
  await soon(() => expect(headingOf(1)).toBe('"Charger"'));
  page.querySelector("button")?.click();
  await soon(() => expect(headingOf(1)).toBe('"Ladesäule"'));
  expect(headingOf(2)).toBe('"Zustand"');
});

test("a table stays one for a screen reader, whatever it is drawn as", async () => {
  draw(<Chargers headings={["Charger", "State"]} />);
  await soon(() => expect(page.querySelector("table")).not.toBeNull());
  const roles = [...page.querySelectorAll("table, thead, tbody, tr, th, td")].map(
    (element) => `${element.tagName.toLowerCase()} ${element.getAttribute("role")}`,
  );
  expect(roles).toEqual([
    "table table",
    "thead rowgroup",
    "tr row",
    "th columnheader",
    "th columnheader",
    "tbody rowgroup",
    "tr row",
    "td cell",
    "td cell",
  ]);
});
