/** What `course.js` tells every page about the course. */

export interface Unit {
  title: string;
  number?: string;
  url: string;
  items?: number;
}
export interface Course {
  /** The course, its edition line, and the way from this book's root to that of the copy it belongs to. */
  id: string;
  edition: string;
  home: string;
  units: Record<string, Unit>;
  cases: Record<string, { title: string; url: string; endings: number }>;
  explorers: Record<string, { title: string; url: string }>;
}

declare global {
  interface Window {
    counterofferCourse?: Partial<Course>;
  }
}

export const course = (): Course =>
  ownNames({
    id: "course",
    edition: "",
    home: "",
    units: {},
    cases: {},
    explorers: {},
    ...window.counterofferCourse,
  });

/** What is told of a course has the names that it was given and no others: a record may name whatever it likes, `constructor` too. */
export function ownNames<T extends object>(told: T): T {
  for (const part of Object.values(told) as unknown[]) {
    if (typeof part === "object" && part && !Array.isArray(part) && Object.getPrototypeOf(part)) {
      Object.setPrototypeOf(part, null);
      ownNames(part);
    }
  }
  return told;
}

/** The address of one of the book's pages, from any of them. */
export function addressOf(url: string): URL {
  const root = document.documentElement.dataset.content_root ?? "";
  return new URL(root + url, document.baseURI);
}
