package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.List;

/**
 * What all payloads of a sampler have, or have not. Immutable.
 *
 * @param with pointers of what they have, with {@code *} for the first item or entry
 * @param without pointers of what they have not, with {@code *} for any item or entry
 * @param entries how many entries of lists and maps, and characters of texts, they have at most
 *     where they are free to have more
 */
public record Demands(List<String> with, List<String> without, int entries) {

  /** None. */
  public static final Demands NONE = new Demands(List.of(), List.of(), Integer.MAX_VALUE);

  /** Creates demands. */
  public Demands {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /** Returns these, and what else payloads have. */
  public Demands with(String... pointers) {
    return new Demands(joined(with, pointers), without, entries);
  }

  /** Returns these, and what else payloads have not. */
  public Demands without(String... pointers) {
    return new Demands(with, joined(without, pointers), entries);
  }

  /** Returns these with another bound. */
  public Demands atMost(int most) {
    return new Demands(with, without, most);
  }

  private static List<String> joined(List<String> pointers, String... more) {
    List<String> all = new ArrayList<>(pointers);
    all.addAll(List.of(more));
    return all;
  }

  /**
   * Makes sure that all places are in payloads of a shape, and can be left out if they are to be.
   *
   * @throws IllegalArgumentException if one is not
   */
  public void checkAgainst(Shape root) {
    with.forEach(pointer -> path(root, pointer));
    without.forEach(
        pointer -> {
          path(root, pointer);
          if (isRequired(root, Pointers.segments(pointer))) {
            throw new IllegalArgumentException(pointer + " cannot be left out: it is required");
          }
        });
  }

  /**
   * Returns whether payloads of a shape have all places, and need none that they are not to have.
   */
  public boolean fit(Shape root) {
    try {
      checkAgainst(root);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns whether a payload has, and has not, what is said. */
  public boolean isMetBy(String json) {
    if (with.isEmpty() && without.isEmpty()) {
      return true;
    }
    List<String> pointers = Trees.pointers(Trees.read(json));
    return with.stream().allMatch(wanted -> pointers.stream().anyMatch(at -> matches(wanted, at)))
        && pointers.stream().noneMatch(this::refuse);
  }

  private static boolean isRequired(Shape root, List<String> path) {
    Shape holder = root;
    for (String segment : path.subList(0, Math.max(0, path.size() - 1))) {
      holder = below(holder, segment);
    }
    return holder.kind() == Shape.Kind.STRUCTURE
        && holder.member(path.get(path.size() - 1)).orElseThrow().required();
  }

  Wish wish(Shape root) {
    Wish wish = Wish.NONE;
    for (String pointer : with) {
      wish =
          wish.and(
              Wish.at(
                  path(root, pointer),
                  (sampler, shape, spot) -> sampler.value(shape, spot, false)));
    }
    return wish;
  }

  boolean refuse(String pointer) {
    return without.stream().anyMatch(unwanted -> matches(unwanted, pointer));
  }

  private static boolean matches(String pattern, String pointer) {
    List<String> wanted = Pointers.segments(pattern);
    List<String> segments = Pointers.segments(pointer);
    if (wanted.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).equals("*") && !wanted.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a place, or one around it, is not to be there. */
  public boolean refuseAround(String pointer) {
    for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      if (refuse(pointer.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> path(Shape root, String pointer) {
    List<String> path = new ArrayList<>();
    Shape at = root;
    for (String segment : Pointers.segments(pointer)) {
      Shape below = below(at, segment);
      if (below == null) {
        throw new IllegalArgumentException(
            "there is no " + pointer + ": " + at.name() + " has no \"" + segment + "\"");
      }
      boolean first = segment.equals("*");
      path.add(!first ? segment : at.kind() == Shape.Kind.MAP ? Sampler.key(at, 0) : "0");
      at = below;
    }
    return List.copyOf(path);
  }

  /** Returns what stands there; null if there is no such place. */
  private static Shape below(Shape at, String segment) {
    boolean first = segment.equals("*");
    return switch (at.kind()) {
      case STRUCTURE, UNION -> at.member(segment).map(Member::shape).orElse(null);
      case LIST -> first || segment.matches("[0-9]{1,4}") ? at.item() : null;
      case MAP -> first ? at.value() : null;
      default -> null;
    };
  }
}
