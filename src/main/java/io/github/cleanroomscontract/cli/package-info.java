/** The command line. Picocli is at home here and nowhere else. */
package io.github.cleanroomscontract.cli;
