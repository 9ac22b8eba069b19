package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.replay.Itinerary;
import io.github.cleanroomscontract.replay.Session;

/**
 * Walks through an account without being told anything of it: from the memberships, collaborations
 * and configured tables that are listed through every read operation of the contract. Each
 * operation is called, or skipped with a reason that names what there is not. Nothing but read
 * operations is called. The order depends on the answers alone. Immutable and thread-safe.
 */
public final class Discovery implements Itinerary {

  /** What steps of a discovery have for a source. */
  public static final String SOURCE = "discovery";

  private static final Discovery USUAL = new Discovery(3, 3);

  private final int resources;
  private final int pages;

  private Discovery(int resources, int pages) {
    this.resources = atLeastOne(resources, "resources");
    this.pages = atLeastOne(pages, "pages");
  }

  private static int atLeastOne(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException("there is nothing to discover on " + number + " " + what);
    }
    return number;
  }

  /** Returns a discovery that looks into three resources, and at three pages, of each list. */
  public static Discovery create() {
    return USUAL;
  }

  /**
   * Returns a discovery that looks into another number of resources.
   *
   * @param most how many of each kind at most, within what they are in; active ones come first
   * @throws IllegalArgumentException if it is less than 1
   */
  public Discovery resources(int most) {
    return new Discovery(most, pages);
  }

  /**
   * Returns a discovery that looks at another number of pages.
   *
   * @param most how many of each list at most
   * @throws IllegalArgumentException if it is less than 1
   */
  public Discovery pages(int most) {
    return new Discovery(resources, most);
  }

  @Override
  public void travel(Session session) {
    new Walk(session, resources, pages).go();
  }
}
