package io.github.cleanroomscontract.internal.json;

/**
 * A place in a text as editors count it.
 *
 * @param line from 1; a line ends with LF or CR LF
 * @param column from 1, in Unicode code points
 */
public record TextPosition(int line, int column) {}
