import { expect, test } from "vitest";
import { decode } from "./decode.ts";

test.each<[string, Buffer, string]>([
  ["UTF-8", Buffer.from("größe"), "größe"],
  ["UTF-8 with a mark", Buffer.from("\uFEFFx = 1"), "x = 1"],
  ["UTF-16, little end first", Buffer.from("\uFEFFx = 'é'", "utf16le"), "x = 'é'"],
  ["UTF-16, big end first", Buffer.from("\uFEFFx = 'é'", "utf16le").swap16(), "x = 'é'"],
  ["latin-1 by a coding line", Buffer.from("# -*- coding: latin-1 -*-\nx = 'é\u0080'", "latin1"), "# -*- coding: latin-1 -*-\nx = 'é\u0080'"],
  ["latin-1 by the second line", Buffer.from("#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n'é'", "latin1"), "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\n'é'"],
  ["windows-1252", Buffer.concat([Buffer.from("# coding: cp1252\n"), Buffer.from([0x80])]), "# coding: cp1252\n€"],
  ["shift_jis", Buffer.concat([Buffer.from("# coding: shift_jis\n"), Buffer.from([0x83, 0x65])]), "# coding: shift_jis\nテ"],
])("%s", (_, bytes, text) => {
  expect(decode(bytes)).toBe(text);
});

test("a coding line below the second, or behind code, says nothing", () => {
  expect(decode(Buffer.from("x = 1\n# coding: latin-1\né"))).toContain("é");
  expect(decode(Buffer.from("#\n#\n# coding: latin-1\né"))).toContain("é");
});

test("an unknown coding and invalid bytes lose nothing of what is ASCII", () => {
  expect(decode(Buffer.from("# coding: klingon\nx = 1\n"))).toBe("# coding: klingon\nx = 1\n");
  expect(decode(Buffer.from([0x61, 0xff, 0x62]))).toBe("a\uFFFDb");
});

test("NUL bytes and carriage returns stay", () => {
  expect(decode(Buffer.from("a\0b\r\nc"))).toBe("a\0b\r\nc");
});
