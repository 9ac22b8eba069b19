package io.github.cleanroomscontract.replay;

/** Decides which calls a run makes: fixtures, scenarios, discovery. */
@FunctionalInterface
public interface Itinerary {

  /** Makes its calls, until it has no more or the session does not go on. */
  void travel(Session session);
}
