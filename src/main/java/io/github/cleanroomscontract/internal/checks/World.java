package io.github.cleanroomscontract.internal.checks;

import io.github.cleanroomscontract.internal.facts.Facts;
import io.github.cleanroomscontract.internal.facts.Facts.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is known of the resources that a message is about. */
final class World {

  /** How facts are called where they are missing. */
  static final String CALLER = "the caller's account (--caller-account)";

  static final String ENGINE =
      "the collaboration's analytics engine (GetCollaboration, or --engine)";
  static final String COLLABORATION = "the collaboration (GetCollaboration)";
  static final String MEMBERS = "the collaboration's members (ListMembers)";
  static final String INTERMEDIATE_TABLE = "the intermediate table (GetIntermediateTable)";
  static final String MEMBERSHIP = "the membership (GetMembership)";
  static final String TEMPLATE =
      "the analysis template (GetAnalysisTemplate or GetCollaborationAnalysisTemplate)";
  static final String TABLE = "the configured table (GetConfiguredTable)";
  static final String TABLE_RULE =
      "the rule of the configured table (GetConfiguredTableAnalysisRule)";
  static final String ASSOCIATION = "the table association (GetConfiguredTableAssociation)";
  static final String OTHER_RULES =
      "the table's associations, and the rules of the other tables in the collaboration"
          + " (GetConfiguredTableAssociation, GetConfiguredTableAnalysisRule)";
  static final String OWN_ABILITIES =
      "the table's associations and their memberships"
          + " (GetConfiguredTableAssociation, GetMembership)";
  static final String REQUEST = "the request of the same call";
  static final String RECEIVER = "the receiver's membership (GetMembership)";
  static final String ABILITIES =
      "the abilities of the member that runs the query (GetMembership or ListMembers)";
  static final String TABLES = "the tables that it reads (GetSchema)";
  static final String TABLE_RULES =
      "the analysis rules of the tables that it reads (GetSchemaAnalysisRule)";

  private static final Pattern ARN_ACCOUNT =
      Pattern.compile("arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):.*");

  private final Facts facts;
  private final JsonNode payload;
  private final Optional<JsonNode> request;

  World(Facts facts, JsonNode payload, Optional<JsonNode> request) {
    this.facts = facts;
    this.payload = payload;
    this.request = request;
  }

  /** Returns what is known by kind and key. */
  Optional<JsonNode> get(Kind kind, String key) {
    return facts.get(kind, key);
  }

  /** Returns all that is known of a kind. */
  List<JsonNode> all(Kind kind) {
    return facts.all(kind);
  }

  /** Returns all that is known of a kind below a key. */
  List<JsonNode> all(Kind kind, String prefix) {
    return facts.all(kind, prefix);
  }

  /** Returns the one thing that is known of a kind; nothing if there are several. */
  Optional<JsonNode> only(Kind kind) {
    List<JsonNode> all = facts.all(kind);
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Returns the account that makes the call: as it was told, or the owner of the membership. */
  Optional<String> caller() {
    return facts
        .toldCaller()
        .or(() -> membership().flatMap(known -> account(known.path("arn").asString(""))));
  }

  /** Returns the membership that the call names. */
  Optional<JsonNode> membership() {
    return facts.get(Kind.MEMBERSHIP, membershipId());
  }

  /** Returns the id of the membership that the call is made in; empty if it names none. */
  private String membershipId() {
    String named = text("membershipIdentifier");
    // The answers about queries are the only ones that rules ask it of.
    return named.isEmpty()
        ? payload.path("protectedQuery").path("membershipId").asString("")
        : named;
  }

  /** Returns the membership that the call names, with its settings, which summaries lack. */
  Optional<JsonNode> wholeMembership() {
    return membership().filter(World::whole);
  }

  /** Returns the membership of an account in the collaboration of the call, with its settings. */
  Optional<JsonNode> wholeMembership(String account) {
    Optional<String> id = collaborationId();
    return facts.all(Kind.MEMBERSHIP).stream()
        .filter(World::whole)
        .filter(known -> account(known.path("arn").asString("")).equals(Optional.of(account)))
        .filter(known -> id.equals(Optional.of(known.path("collaborationId").asString(""))))
        .findFirst();
  }

  private static boolean whole(JsonNode membership) {
    return membership.has("queryLogStatus");
  }

  /** Returns what the account that makes the call may do in the collaboration. */
  Optional<JsonNode> abilities() {
    return membership()
        .map(known -> known.path("memberAbilities"))
        .or(() -> caller().flatMap(this::member).map(known -> known.path("abilities")))
        .filter(JsonNode::isArray);
  }

  /**
   * Returns the collaboration that the call is about: the one that it names, or that of its
   * membership, or if nothing is known of that, the only one there is, unless that is known to be
   * of another membership.
   */
  Optional<JsonNode> collaboration() {
    String named = text("collaborationIdentifier");
    if (!named.isEmpty()) {
      return facts.get(Kind.COLLABORATION, named);
    }
    Optional<JsonNode> membership = membership();
    if (membership.isPresent()) {
      return facts.get(Kind.COLLABORATION, membership.get().path("collaborationId").asString(""));
    }
    String id = membershipId();
    return facts.all(Kind.COLLABORATION).stream()
        .filter(known -> !id.isEmpty() && known.path("membershipId").asString("").equals(id))
        .findFirst()
        .or(() -> only(Kind.COLLABORATION).filter(known -> mayHave(id, List.of(known))));
  }

  /** Returns whether a membership may be one of those that are named, or no others are. */
  private static boolean mayHave(String membership, List<JsonNode> naming) {
    Set<String> ids = texts(naming, "membershipId");
    ids.remove("");
    return membership.isEmpty() || ids.isEmpty() || ids.contains(membership);
  }

  /** Returns the id of the collaboration that the call is about. */
  Optional<String> collaborationId() {
    String named = text("collaborationIdentifier");
    return named.isEmpty()
        ? membership()
            .map(known -> known.path("collaborationId").asString(""))
            .or(() -> collaboration().map(known -> known.path("id").asString("")))
            .filter(id -> !id.isEmpty())
        : Optional.of(named);
  }

  /** Returns the account that created the collaboration. */
  Optional<String> creator() {
    return collaboration()
        .or(this::membership)
        .map(
            known ->
                known
                    .path("creatorAccountId")
                    .asString(known.path("collaborationCreatorAccountId").asString("")))
        .filter(account -> !account.isEmpty());
  }

  /** Returns the intermediate table that the call names. */
  Optional<JsonNode> intermediateTable() {
    return facts.get(Kind.INTERMEDIATE_TABLE, text("intermediateTableIdentifier"));
  }

  /** Returns the analytics engine of the collaboration. */
  Optional<String> engine() {
    return collaboration()
        .map(known -> known.path("analyticsEngine").asString(""))
        .filter(name -> !name.isEmpty())
        .or(facts::toldEngine);
  }

  /** Returns the summaries of the collaboration's members; none if they are not known. */
  List<JsonNode> members() {
    String list = memberList();
    List<JsonNode> members = facts.all(Kind.MEMBER, list + "/");
    // Where it was not told whose members they are, they may be those of another collaboration.
    return !list.isEmpty() || mayHave(membershipId(), members) ? members : List.of();
  }

  /** Returns under which collaboration its members are known: none where only they were told. */
  private String memberList() {
    return collaborationId().filter(id -> !facts.all(Kind.MEMBER, id + "/").isEmpty()).orElse("");
  }

  /** Returns the summaries of the collaboration's members, if there are no more of them. */
  Optional<List<JsonNode>> allMembers() {
    return facts
        .get(Kind.LAST_MEMBERS, memberList())
        .map(lastPage -> members())
        .filter(members -> !members.isEmpty());
  }

  /** Returns the summary of the member of an account. */
  Optional<JsonNode> member(String account) {
    return members().stream()
        .filter(member -> member.path("accountId").asString("").equals(account))
        .findFirst();
  }

  /** Returns the analysis template of an ARN. */
  Optional<JsonNode> template(String arn) {
    return facts.get(Kind.ANALYSIS_TEMPLATE, arn);
  }

  /** Returns the id of the configured table that the call names; empty if it names none. */
  String tableId() {
    return text("configuredTableIdentifier");
  }

  /** Returns the configured table that the call names. */
  Optional<JsonNode> table() {
    return facts.get(Kind.CONFIGURED_TABLE, tableId());
  }

  /** Returns the table association that the call names. */
  Optional<JsonNode> association() {
    return facts.get(Kind.ASSOCIATION, text("configuredTableAssociationIdentifier"));
  }

  /** Returns the associations of a table, as far as they are known. */
  List<JsonNode> associationsOf(String tableId) {
    return facts.all(Kind.ASSOCIATION).stream()
        .filter(association -> association.path("configuredTableId").asString("").equals(tableId))
        .toList();
  }

  /** Returns the kinds of rule that a table has; nothing if none is known. */
  Optional<List<String>> ruleTypes(String tableId) {
    Set<String> types = new TreeSet<>();
    facts
        .get(Kind.CONFIGURED_TABLE, tableId)
        .ifPresent(table -> types.addAll(texts(table.path("analysisRuleTypes"))));
    // The rule may be younger than what is known of the table.
    types.addAll(texts(facts.all(Kind.CONFIGURED_TABLE_RULE, tableId + "/"), "type"));
    return Optional.of(List.copyOf(types)).filter(known -> !known.isEmpty());
  }

  /** Returns the strings of a list. */
  static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(item -> texts.add(item.asString("")));
    return texts;
  }

  /** Returns what a member says in each of some resources. */
  static Set<String> texts(List<JsonNode> resources, String member) {
    return resources.stream()
        .map(resource -> resource.path(member).asString(""))
        .collect(Collectors.toSet());
  }

  /** Returns the account in an ARN. */
  static Optional<String> account(String arn) {
    Matcher matcher = ARN_ACCOUNT.matcher(arn);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Returns whether a list holds a string. */
  static boolean holds(JsonNode list, String value) {
    for (JsonNode item : list) {
      if (item.asString("").equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the call names; an answer does not, but the request that it answers. */
  private String text(String member) {
    return payload.path(member).asString(inRequest(member));
  }

  private String inRequest(String member) {
    return request.map(asked -> asked.path(member).asString("")).orElse("");
  }
}
