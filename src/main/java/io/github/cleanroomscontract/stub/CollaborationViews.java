package io.github.cleanroomscontract.stub;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all members of a collaboration see of the resources of one of them. */
final class CollaborationViews {

  private final World world;
  private final Rest rest;

  CollaborationViews(World world, Rest rest) {
    this.world = world;
    this.rest = rest;
  }

  Map<String, Object> list(Kind kind, Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    return rest.list(ask, World.ofMembers(collaboration, kind));
  }

  Map<String, Object> get(Kind kind, Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    String arn = ask.text("analysisTemplateArn");
    Resource found =
        arn.isEmpty()
            ? find(kind, collaboration, ask.text(kind.identifier()), ask)
            : template(collaboration, arn, ask);
    return rest.about(found, ask);
  }

  private Resource find(Kind kind, Resource collaboration, String id, Ask ask) {
    Optional<Resource> found = world.find(kind, null, id);
    if (found.isEmpty() && world.settings().unknown() == UnknownResources.ADOPT) {
      return world.adopt(kind, Memberships.ofCaller(world, collaboration, ask), id, ask);
    }
    return found
        .filter(each -> !each.deleted() && each.in(Kind.COLLABORATION) == collaboration)
        .orElseThrow(() -> Refusal.notFound(ask, kind, id));
  }

  /** Returns the template of an ARN, which may be that of any member. */
  private Resource template(Resource collaboration, String arn, Ask ask) {
    List<String> path = Arns.path(arn);
    String id = path.get(path.size() - 1);
    Optional<Resource> found = world.find(arn);
    // An ARN may end with what is no id, but no template can have that.
    boolean made = world.settings().unknown() == UnknownResources.ADOPT && Arns.isId(id);
    if (found.isPresent() || !made) {
      return found
          .filter(each -> !each.deleted() && each.in(Kind.COLLABORATION) == collaboration)
          .orElseThrow(() -> Refusal.notFound(ask, Kind.ANALYSIS_TEMPLATE, id));
    }
    Resource template =
        world.adopt(Kind.ANALYSIS_TEMPLATE, owner(collaboration, arn, path.get(1), ask), id, ask);
    world.rename(template, arn);
    template.members().put("creatorAccountId", Arns.account(arn));
    return template;
  }

  private Resource owner(Resource collaboration, String arn, String membership, Ask ask) {
    Optional<Resource> known = world.find(Kind.MEMBERSHIP, null, membership);
    if (known.isPresent()) {
      return known.get();
    }
    if (Arns.account(arn).equals(world.settings().account())
        && world.ownMembership(collaboration).isEmpty()) {
      return world.adopt(Kind.MEMBERSHIP, collaboration, membership, ask);
    }
    return world.foreign(collaboration, membership, Arns.account(arn));
  }

  /** Answers with those templates that there are, and with errors for the others. */
  Map<String, Object> templates(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    return Batch.of(
        ask,
        "analysisTemplateArns",
        arn -> template(collaboration, (String) arn, ask),
        arn -> Map.of("arn", arn),
        world.answers());
  }
}
