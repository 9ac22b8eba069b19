package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.List;
import java.util.Optional;

/**
 * What an operation answered, or was asked: the least payload that has a place, with changes.
 *
 * @param operation its name
 * @param having the pointer of the place
 * @param edits the changes; those of what does not exist on the day are not made
 */
record Known(String operation, String having, List<Edit> edits) {

  /** Returns the answer by the contract of a day, and what was asked; empty if it came later. */
  Optional<Circumstances.Answer> answer(Catalogue catalogue) {
    Known asked = new Known(operation, Pointers.ROOT, List.of());
    return asked
        .json(catalogue, Direction.REQUEST)
        .flatMap(
            request ->
                json(catalogue, Direction.RESPONSE)
                    .map(response -> new Circumstances.Answer(operation, request, response)));
  }

  /** Returns the payload by the contract of a day; empty if it came later. */
  Optional<String> json(Catalogue catalogue, Direction direction) {
    Optional<Operation> found = catalogue.operation(operation);
    List<String> path = Pointers.segments(having);
    if (found.isEmpty()
        || Existence.find(new Message(found.get(), direction).shape(), path).isEmpty()) {
      return Optional.empty();
    }
    Message message = new Message(found.get(), direction);
    Place root = Place.all(message.shape()).findFirst().orElseThrow();
    Object tree =
        new Sampler(direction, catalogue.day())
            .payload(
                message.shape(),
                path,
                false,
                (with, shape, spot) -> with.value(shape, spot, false));
    edits.stream()
        .filter(edit -> Existence.find(message.shape(), edit.path()).isPresent())
        .forEach(edit -> edit.on(tree, root));
    return Optional.of(tree).filter(each -> Existence.of(message.shape(), each)).map(Trees::json);
  }
}
