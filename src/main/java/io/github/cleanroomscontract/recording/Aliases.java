package io.github.cleanroomscontract.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands for ids, accounts and names, the same each time. Aliases are numbered as their
 * originals come, so that nothing can be computed from them; which stands for which is known here
 * alone, and ends with the run. Not thread-safe.
 */
final class Aliases {

  private static final String NAME = "name";

  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> accounts = new HashMap<>();
  private final Map<String, Integer> hashes = new HashMap<>();
  private final Map<String, Name> names = new HashMap<>();

  /** A name, and the spellings of it that are not all lower case. */
  private record Name(int number, List<String> spellings) {}

  /** Returns the alias of a UUID; one in capitals has one in capitals. */
  String id(String original) {
    String lower = original.toLowerCase(Locale.ROOT);
    String alias = "a0000000-0000-4000-8000-%012x".formatted(number(ids, lower));
    return original.equals(lower) ? alias : alias.toUpperCase(Locale.ROOT);
  }

  /** Returns the alias of an account of 12 digits. */
  String account(String original) {
    return String.valueOf(100_000_000_000L + number(accounts, original));
  }

  /** Returns the alias of a hash, of as many digits. */
  String hash(String original) {
    String alias = "%08x".formatted(number(hashes, original));
    return alias + "0".repeat(original.length() - alias.length());
  }

  /**
   * Returns the alias of any other text: a few letters and digits, which any shape of a name takes.
   * Texts that differ in case alone have aliases that differ in case alone.
   */
  String name(String original) {
    String lower = original.toLowerCase(Locale.ROOT);
    Name name = names.computeIfAbsent(lower, each -> new Name(names.size() + 1, new ArrayList<>()));
    if (!original.equals(lower) && !name.spellings.contains(original)) {
      name.spellings.add(original);
    }
    int capitals = Math.min(name.spellings.indexOf(original) + 1, NAME.length());
    return NAME.substring(0, capitals).toUpperCase(Locale.ROOT)
        + NAME.substring(capitals)
        + name.number;
  }

  private static int number(Map<String, Integer> numbers, String original) {
    return numbers.computeIfAbsent(original, each -> numbers.size() + 1);
  }
}
