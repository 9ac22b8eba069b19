package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One discovery. Not thread-safe. */
final class Walk {

  /** What is asked for that no answer tells. */
  private static final Map<String, String> MADE_UP =
      Map.of("parameters", "{\"differentialPrivacy\":{\"epsilon\":3,\"usersNoisePerQuery\":30}}");

  private final Atlas atlas = new Atlas();
  private final Session session;
  private final Caller caller;
  private final int most;
  private final Arns arns;

  /** All that was met, in the order in which it was. */
  private final List<Place> met = new ArrayList<>();

  Walk(Session session, int resources, int pages) {
    this.session = session;
    this.caller = new Caller(session, pages);
    this.most = resources;
    this.arns = new Arns(resources);
  }

  void go() {
    visit(Place.ACCOUNT);
    arns.own().forEach(arn -> visit(Place.ACCOUNT.inner(Atlas.TAGGED.get(0), arn, nothing())));
    Reasons reasons = new Reasons(atlas, session, caller, met);
    atlas.operations().stream()
        .filter(operation -> !caller.called(operation))
        .forEach(
            operation -> session.skip(Discovery.SOURCE, operation.name(), reasons.why(operation)));
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void visit(Place place) {
    met.add(place);
    arns.add(place);
    List<String> level = place.level();
    atlas.reads(level).forEach(operation -> caller.call(operation, input(place)));
    if (!place.active()) {
      return;
    }
    int before = met.size();
    atlas.lists(level).forEach(list -> inputs(place, list).forEach(in -> look(place, list, in)));
    for (Opener opener : atlas.inEntry(level)) {
      Values.of(place.entry().path(opener.source()), opener.shape())
          .forEach(value -> visit(place.inner(opener.member(), value, nothing())));
    }
    List<Place> inner = List.copyOf(met.subList(before, met.size()));
    atlas.others(level).forEach(operation -> other(place, operation, inner));
  }

  private static ObjectNode input(Place place) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    place.inputs().forEach(input::put);
    return input;
  }

  /** Of a list that is narrowed by an enum, each value is asked for. */
  private static List<ObjectNode> inputs(Place place, Operation list) {
    List<ObjectNode> inputs = List.of(input(place));
    for (Member member : Atlas.more(list)) {
      inputs =
          inputs.stream()
              .flatMap(
                  input ->
                      member.shape().enumValues().stream()
                          .map(each -> input.deepCopy().put(member.name(), each.value())))
              .toList();
    }
    return inputs;
  }

  private void look(Place place, Operation list, ObjectNode input) {
    List<JsonNode> entries = caller.list(list, input);
    Optional<Opener> opened = atlas.opened(list);
    if (opened.isPresent()) {
      Opener opener = opened.get();
      Map<String, Place> inner = new LinkedHashMap<>();
      for (JsonNode entry : entries) {
        Values.of(entry.path(opener.source()), opener.shape())
            .forEach(value -> inner.putIfAbsent(value, place.inner(opener.member(), value, entry)));
      }
      inner.values().stream()
          .sorted(Comparator.comparing(each -> !each.active()))
          .limit(most)
          .forEach(this::visit);
    }
  }

  private void other(Place place, Operation operation, List<Place> inner) {
    ObjectNode input = input(place);
    for (Member member : Atlas.more(operation)) {
      JsonNode value = value(operation, member, inner);
      if (value.isEmpty()) {
        return;
      }
      input.set(member.name(), value);
    }
    caller.call(operation, input);
  }

  private JsonNode value(Operation operation, Member member, List<Place> inner) {
    String madeUp = MADE_UP.get(member.name());
    if (madeUp != null) {
      return JsonDocument.parse(madeUp).root().orElseThrow();
    }
    Shape item = member.shape().item();
    List<String> level = atlas.named(Atlas.level(operation), item).orElseThrow();
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    inner.stream()
        .filter(each -> each.level().equals(level))
        .limit(member.shape().maxSize().orElse(Long.MAX_VALUE))
        .forEach(each -> items.add(item(each, item)));
    return items;
  }

  private static JsonNode item(Place place, Shape shape) {
    ObjectNode all = input(place);
    if (shape.kind() == Shape.Kind.STRUCTURE) {
      return all.retain(shape.members().stream().map(Member::name).toList());
    }
    List<String> level = place.level();
    return all.get(level.get(level.size() - 1));
  }
}
