package io.github.cleanroomscontract.stub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a collaboration, as they are listed. */
final class Roster {

  private static final String LIST = "roster";

  private final Map<String, Object> collaboration;

  Roster(Resource collaboration) {
    this.collaboration = collaboration.members();
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> all() {
    return (List<Map<String, Object>>)
        collaboration.computeIfAbsent(LIST, name -> new ArrayList<>());
  }

  /** Returns a member by its account. */
  Optional<Map<String, Object>> find(String account) {
    return all().stream().filter(each -> account.equals(each.get("accountId"))).findFirst();
  }

  /** Invites a member as requests specify it. */
  Map<String, Object> add(Map<?, ?> specification, World world) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("accountId", specification.get("accountId"));
    member.put("status", "INVITED");
    Object name = specification.get("displayName");
    member.put("displayName", name == null ? "Example Analytics" : name);
    member.put("createTime", world.settings().now());
    change(member, specification, world);
    all().add(member);
    return member;
  }

  /** Lets a member do, and pay for, what is specified. */
  void change(Map<String, Object> member, Map<?, ?> specification, World world) {
    List<?> abilities = (List<?>) specification.get("memberAbilities");
    member.put("abilities", new ArrayList<>(abilities));
    if (specification.get("mlMemberAbilities") != null) {
      member.put("mlAbilities", specification.get("mlMemberAbilities"));
    }
    Object payment = specification.get("paymentConfiguration");
    if (payment != null) {
      member.put("paymentConfiguration", payment);
    }
    member.computeIfAbsent(
        "paymentConfiguration",
        each -> Map.of("queryCompute", Map.of("isResponsible", abilities.contains("CAN_QUERY"))));
    member.put("updateTime", world.settings().now());
  }
}
