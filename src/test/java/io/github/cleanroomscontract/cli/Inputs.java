package io.github.cleanroomscontract.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests of several commands give to the command line. */
final class Inputs {

  static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /** A request of GetMembership. */
  static final String VALID = "{\"membershipIdentifier\":\"" + ID + "\"}";

  /** The same with a member misspelt. */
  static final String INVALID = "{\"membershipIdentifer\":\"" + ID + "\"}";

  private Inputs() {}

  static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
