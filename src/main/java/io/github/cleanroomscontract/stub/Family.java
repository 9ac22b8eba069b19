package io.github.cleanroomscontract.stub;

import java.util.Map;

/** What is special about resources of a kind. */
interface Family {

  /** Nothing. */
  Family PLAIN = new Family() {};

  /** Returns what one belongs to that was never created and stands for itself in its path. */
  default Resource parentOfAdopted(Ask ask) {
    return null;
  }

  /** Writes into a new resource what follows from the request, whose own members it has. */
  default void create(Resource resource, Ask ask) {}

  /** Writes into a resource that was never created what is likely. */
  default void adopt(Resource resource, Ask ask) {}

  /** Tells others of a new resource. */
  default void made(Resource resource) {}

  /**
   * Refuses to make a second one of what there can be only one.
   *
   * @param parent what it would belong to; null if to nothing
   * @param told what its request tells
   * @throws Refusal if there is one
   */
  default void unique(Resource parent, Map<String, Object> told, Ask ask) {}

  /** Goes on with what happens by itself, before a resource is shown. */
  default void goOn(Resource resource) {}

  /** Changes a resource as a request has it. */
  default void update(Resource resource, Map<String, Object> told, Ask ask) {
    resource.members().putAll(told);
  }

  /** Returns whether something needs a resource that is to be deleted. */
  default boolean needed(Resource resource) {
    return !resource.children().isEmpty();
  }

  /** Tells others that a resource is deleted. */
  default void gone(Resource resource) {}
}
