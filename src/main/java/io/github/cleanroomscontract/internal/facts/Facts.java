package io.github.cleanroomscontract.internal.facts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of the resources that calls are about. Thread-safe. */
public final class Facts {

  /** The kinds of resources that something is known of. */
  public enum Kind {
    /** By id: what GetCollaboration answers. */
    COLLABORATION,
    /**
     * By collaboration id, a slash, and account: the summaries of ListMembers. The id is empty
     * where the request of ListMembers is not known.
     */
    MEMBER,
    /** By collaboration id, or an empty one: the last page of ListMembers. */
    LAST_MEMBERS,
    /** By id: what GetMembership or ListMemberships answer. */
    MEMBERSHIP,
    /** By ARN: what GetAnalysisTemplate or GetCollaborationAnalysisTemplate answer. */
    ANALYSIS_TEMPLATE,
    /** By id: what GetConfiguredTable answers. */
    CONFIGURED_TABLE,
    /** By table id, a slash, and type: what GetConfiguredTableAnalysisRule answers. */
    CONFIGURED_TABLE_RULE,
    /** By id: what GetConfiguredTableAssociation answers. */
    ASSOCIATION,
    /** By association id, a slash, and type. */
    ASSOCIATION_RULE,
    /** By collaboration id, a slash, and name: what GetSchema answers. */
    SCHEMA,
    /**
     * By collaboration id, a slash, name, a slash, and type: what GetSchemaAnalysisRule answers.
     */
    SCHEMA_RULE,
    /** By id: what GetIntermediateTable answers. */
    INTERMEDIATE_TABLE,
    /** By intermediate table id, a slash, and type. */
    INTERMEDIATE_TABLE_RULE,
    /** By id: what GetIdMappingTable answers. */
    ID_MAPPING_TABLE,
    /** By id: what GetCollaborationChangeRequest answers. */
    CHANGE_REQUEST
  }

  /** How much is remembered of each kind, so that endless captures take bounded memory. */
  private static final int MOST = 1000;

  private static final String COMMITTED = "COMMITTED";

  /** What changes that are committed may change of a membership. */
  private static final List<String> CHANGEABLE = List.of("memberAbilities", "mlMemberAbilities");

  /**
   * The kinds of which a call deletes one. Which one, its answer does not say; to know less is
   * safe.
   */
  private static final Map<String, List<Kind>> GONE =
      Map.ofEntries(
          Map.entry("DeleteAnalysisTemplate", List.of(Kind.ANALYSIS_TEMPLATE)),
          Map.entry("DeleteCollaboration", List.of(Kind.values())),
          Map.entry(
              "DeleteConfiguredTable", List.of(Kind.CONFIGURED_TABLE, Kind.CONFIGURED_TABLE_RULE)),
          Map.entry("DeleteConfiguredTableAnalysisRule", List.of(Kind.CONFIGURED_TABLE_RULE)),
          Map.entry(
              "DeleteConfiguredTableAssociation", List.of(Kind.ASSOCIATION, Kind.ASSOCIATION_RULE)),
          Map.entry("DeleteConfiguredTableAssociationAnalysisRule", List.of(Kind.ASSOCIATION_RULE)),
          Map.entry("DeleteIdMappingTable", List.of(Kind.ID_MAPPING_TABLE)),
          Map.entry(
              "DeleteIntermediateTable",
              List.of(Kind.INTERMEDIATE_TABLE, Kind.INTERMEDIATE_TABLE_RULE)),
          Map.entry("DeleteIntermediateTableAnalysisRule", List.of(Kind.INTERMEDIATE_TABLE_RULE)),
          Map.entry("DeleteMember", List.of(Kind.MEMBER, Kind.LAST_MEMBERS)),
          Map.entry("DeleteMembership", List.of(Kind.values())));

  /** What no update changes. */
  private static final List<String> IMMUTABLE = List.of("arn", "createTime", "creatorAccountId");

  private final Map<Kind, Map<String, JsonNode>> known = new EnumMap<>(Kind.class);
  private final Map<String, Boolean> doubted = newest();
  private String callerAccount = "";
  private String engine = "";

  /** Creates facts that know nothing yet. */
  public Facts() {
    for (Kind kind : Kind.values()) {
      known.put(kind, newest());
    }
  }

  private static <T> Map<String, T> newest() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }

  /** Returns a copy that can learn apart from these. */
  public synchronized Facts copy() {
    Facts copy = new Facts();
    known.forEach((kind, entries) -> copy.known.get(kind).putAll(entries));
    copy.doubted.putAll(doubted);
    copy.callerAccount = callerAccount;
    copy.engine = engine;
    return copy;
  }

  /**
   * Returns a copy that knows what others know as well; where both know something, they are
   * believed.
   */
  public synchronized Facts with(Facts others) {
    Facts both = copy();
    both.learn(others.copy());
    return both;
  }

  private void learn(Facts others) {
    others.known.forEach(
        (kind, entries) -> entries.forEach((key, resource) -> put(kind, key, resource)));
    others.toldCaller().ifPresent(this::callerAccount);
    others.toldEngine().ifPresent(this::engine);
  }

  /** Tells the account that makes the calls. */
  public synchronized void callerAccount(String account) {
    callerAccount = account;
  }

  /** Tells the engine of collaborations that do not tell theirs. */
  public synchronized void engine(String name) {
    engine = name;
  }

  /** Returns the account that makes the calls, if it was told. */
  public synchronized Optional<String> toldCaller() {
    return some(callerAccount);
  }

  /** Returns the engine that was told apart from any collaboration. */
  public synchronized Optional<String> toldEngine() {
    return some(engine);
  }

  /** Returns whether nothing is known of any resource. */
  public synchronized boolean isEmpty() {
    for (Map<String, JsonNode> entries : known.values()) {
      if (!entries.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether nothing at all is known. */
  public synchronized boolean tellNothing() {
    return callerAccount.isEmpty() && engine.isEmpty() && isEmpty();
  }

  /** Returns what is known of a resource. */
  public synchronized Optional<JsonNode> get(Kind kind, String key) {
    return Optional.ofNullable(known.get(kind).get(key));
  }

  /** Returns all that is known of a kind, in the order it was learnt. */
  public synchronized List<JsonNode> all(Kind kind) {
    return List.copyOf(known.get(kind).values());
  }

  /** Returns what is known of a kind where keys begin with a text. */
  public synchronized List<JsonNode> all(Kind kind, String prefix) {
    List<JsonNode> found = new ArrayList<>();
    known
        .get(kind)
        .forEach(
            (key, node) -> {
              if (key.startsWith(prefix)) {
                found.add(node);
              }
            });
    return found;
  }

  /**
   * Learns what an operation answered in a capture, as far as it can be believed. A resource of
   * which two answers tell otherwise, with no update between them, is not known any more.
   *
   * @return whether the capture can be of one world; in none does a resource change its creator
   */
  public synchronized boolean observe(
      String operation, Optional<JsonNode> request, JsonNode response) {
    Facts told = new Facts();
    told.learn(operation, request, response);
    boolean update = operation.startsWith("Create") || operation.startsWith("Update");
    for (Kind kind : Kind.values()) {
      for (Map.Entry<String, JsonNode> entry : told.known.get(kind).entrySet()) {
        Optional<JsonNode> before = get(kind, entry.getKey());
        if (before.isPresent() && kind != Kind.LAST_MEMBERS) {
          if (IMMUTABLE.stream().anyMatch(m -> contradicts(before.get(), entry.getValue(), m))) {
            return false;
          }
          if (!update && contradicts(before.get(), entry.getValue())) {
            doubt(kind, entry.getKey());
          }
        }
      }
    }
    learn(operation, request, response);
    forgetWhatChanged(operation);
    doubted.keySet().forEach(this::forget);
    return true;
  }

  /** What a call deleted, or what is derived from what it changed, has to be read again. */
  private void forgetWhatChanged(String operation) {
    if (operation.startsWith("Delete")) {
      GONE.getOrDefault(operation, List.of()).forEach(kind -> known.get(kind).clear());
    }
    boolean ofTables = operation.contains("ConfiguredTable");
    if (ofTables && !operation.startsWith("Get") && !operation.startsWith("List")) {
      known.get(Kind.SCHEMA).clear();
      known.get(Kind.SCHEMA_RULE).clear();
    }
  }

  private void doubt(Kind kind, String key) {
    doubted.put(kind + " " + key, true);
    if (kind == Kind.MEMBER) {
      // Who is not known is no stranger then.
      doubted.put(Kind.LAST_MEMBERS + " " + key.substring(0, key.indexOf('/')), true);
    }
  }

  private void forget(String doubtedKey) {
    int blank = doubtedKey.indexOf(' ');
    Kind kind = Kind.valueOf(doubtedKey.substring(0, blank));
    known.get(kind).remove(doubtedKey.substring(blank + 1));
  }

  /** Returns whether two answers say different things; one may say more than the other. */
  private static boolean contradicts(JsonNode some, JsonNode other) {
    return some.isObject() && other.isObject()
        ? some.propertyNames().stream().anyMatch(member -> contradicts(some, other, member))
        : !some.equals(other);
  }

  private static boolean contradicts(JsonNode some, JsonNode other, String member) {
    return some.has(member)
        && other.has(member)
        && contradicts(some.get(member), other.get(member));
  }

  /** Learns what an operation answered, and if it is known, what it had been asked. */
  public synchronized void learn(String operation, Optional<JsonNode> request, JsonNode response) {
    String collaboration =
        request.map(asked -> asked.path("collaborationIdentifier").asString("")).orElse("");
    switch (operation) {
      case "GetCollaboration", "CreateCollaboration", "UpdateCollaboration" ->
          put(Kind.COLLABORATION, response.path("collaboration"), "id");
      case "ListMembers" -> learnMembers(collaboration, request, response);
      case "GetMembership", "CreateMembership", "UpdateMembership" ->
          put(Kind.MEMBERSHIP, response.path("membership"), "id");
      case "ListMemberships" -> {
        for (JsonNode membership : response.path("membershipSummaries")) {
          // A summary must not take the place of the whole.
          if (get(Kind.MEMBERSHIP, text(membership, "id")).isEmpty()) {
            put(Kind.MEMBERSHIP, membership, "id");
          }
        }
      }
      case "GetAnalysisTemplate", "CreateAnalysisTemplate", "UpdateAnalysisTemplate" ->
          put(Kind.ANALYSIS_TEMPLATE, response.path("analysisTemplate"), "arn");
      case "GetCollaborationAnalysisTemplate" ->
          put(Kind.ANALYSIS_TEMPLATE, response.path("collaborationAnalysisTemplate"), "arn");
      case "BatchGetCollaborationAnalysisTemplate" ->
          response
              .path("collaborationAnalysisTemplates")
              .forEach(template -> put(Kind.ANALYSIS_TEMPLATE, template, "arn"));
      case "GetConfiguredTable", "CreateConfiguredTable", "UpdateConfiguredTable" ->
          put(Kind.CONFIGURED_TABLE, response.path("configuredTable"), "id");
      case "GetConfiguredTableAnalysisRule",
          "CreateConfiguredTableAnalysisRule",
          "UpdateConfiguredTableAnalysisRule" ->
          put(
              Kind.CONFIGURED_TABLE_RULE,
              response.path("analysisRule"),
              "configuredTableId",
              "type");
      case "GetConfiguredTableAssociation",
          "CreateConfiguredTableAssociation",
          "UpdateConfiguredTableAssociation" ->
          put(Kind.ASSOCIATION, response.path("configuredTableAssociation"), "id");
      case "GetConfiguredTableAssociationAnalysisRule",
          "CreateConfiguredTableAssociationAnalysisRule",
          "UpdateConfiguredTableAssociationAnalysisRule" ->
          put(
              Kind.ASSOCIATION_RULE,
              response.path("analysisRule"),
              "configuredTableAssociationId",
              "type");
      case "GetSchema" -> put(Kind.SCHEMA, response.path("schema"), "collaborationId", "name");
      case "BatchGetSchema" ->
          response
              .path("schemas")
              .forEach(schema -> put(Kind.SCHEMA, schema, "collaborationId", "name"));
      case "GetSchemaAnalysisRule" ->
          put(Kind.SCHEMA_RULE, response.path("analysisRule"), "collaborationId", "name", "type");
      case "BatchGetSchemaAnalysisRule" ->
          response
              .path("analysisRules")
              .forEach(rule -> put(Kind.SCHEMA_RULE, rule, "collaborationId", "name", "type"));
      case "GetIntermediateTable", "CreateIntermediateTable", "UpdateIntermediateTable" ->
          put(Kind.INTERMEDIATE_TABLE, response.path("intermediateTable"), "id");
      case "GetIntermediateTableAnalysisRule",
          "CreateIntermediateTableAnalysisRule",
          "UpdateIntermediateTableAnalysisRule" ->
          put(
              Kind.INTERMEDIATE_TABLE_RULE,
              response.path("analysisRule"),
              "intermediateTableIdentifier",
              "analysisRuleType");
      case "GetIdMappingTable", "CreateIdMappingTable", "UpdateIdMappingTable" ->
          put(Kind.ID_MAPPING_TABLE, response.path("idMappingTable"), "id");
      case "GetCollaborationChangeRequest",
          "CreateCollaborationChangeRequest",
          "UpdateCollaborationChangeRequest" ->
          learnChange(operation, response.path("collaborationChangeRequest"));
      default -> {
        // Its answer tells nothing that a rule needs.
      }
    }
  }

  /** What was known of members is of the past once a change of them is committed. */
  private void learnChange(String operation, JsonNode change) {
    // A change that is merely read may have been committed long before.
    boolean news =
        !operation.startsWith("Get")
            || get(Kind.CHANGE_REQUEST, text(change, "id"))
                .filter(before -> !text(before, "status").equals(COMMITTED))
                .isPresent();
    if (news && text(change, "status").equals(COMMITTED)) {
      String collaboration = text(change, "collaborationId");
      known.get(Kind.LAST_MEMBERS).remove(collaboration);
      known.get(Kind.MEMBER).keySet().removeIf(key -> key.startsWith(collaboration + "/"));
      known
          .get(Kind.MEMBERSHIP)
          .replaceAll(
              (id, membership) ->
                  text(membership, "collaborationId").equals(collaboration)
                          && membership.deepCopy() instanceof ObjectNode copy
                      ? copy.without(CHANGEABLE)
                      : membership);
    }
    put(Kind.CHANGE_REQUEST, change, "id");
  }

  private void learnMembers(String collaboration, Optional<JsonNode> request, JsonNode response) {
    boolean begins = request.filter(asked -> asked.hasNonNull("nextToken")).isEmpty();
    boolean continues = !all(Kind.MEMBER, collaboration + "/").isEmpty();
    boolean ends = !response.hasNonNull("nextToken");
    if (begins && !ends) {
      // The list is read anew, and may have grown since the last time.
      known.get(Kind.LAST_MEMBERS).remove(collaboration);
    }
    for (JsonNode member : response.path("memberSummaries")) {
      put(Kind.MEMBER, collaboration + "/" + text(member, "accountId"), member);
    }
    // A last page without those before it does not tell all members.
    if (ends && (begins || continues)) {
      put(Kind.LAST_MEMBERS, collaboration, response);
    }
  }

  private void put(Kind kind, JsonNode resource, String... keyMembers) {
    List<String> key = new ArrayList<>();
    for (String member : keyMembers) {
      key.add(text(resource, member));
    }
    if (!key.contains("")) {
      put(kind, String.join("/", key), resource);
    }
  }

  private void put(Kind kind, String key, JsonNode resource) {
    Map<String, JsonNode> entries = known.get(kind);
    // The newest goes to the end, so that the oldest is forgotten first.
    entries.remove(key);
    entries.put(key, resource);
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString("");
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
