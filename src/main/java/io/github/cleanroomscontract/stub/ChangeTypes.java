package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a change changes. */
final class ChangeTypes {

  private ChangeTypes() {}

  /** Returns what a change changes of the members as they are. */
  static List<String> of(Object change, Roster roster) {
    Object specified = Trees.find(change, List.of("specification", "member"));
    if (specified == null) {
      return List.of("EDIT_AUTO_APPROVED_CHANGE_TYPES");
    }
    String account = (String) Trees.find(specified, List.of("accountId"));
    Optional<Map<String, Object>> member = roster.find(account);
    return member.isEmpty() ? List.of("ADD_MEMBER") : ofMember(specified, member.get());
  }

  private static List<String> ofMember(Object specified, Map<String, Object> member) {
    List<String> types = new ArrayList<>();
    boolean receives = holds(specified, "CAN_RECEIVE_RESULTS", "memberAbilities");
    if (receives != holds(member, "CAN_RECEIVE_RESULTS", "abilities")) {
      types.add((receives ? "GRANT" : "REVOKE") + "_RECEIVE_RESULTS_ABILITY");
    }
    if (Trees.find(specified, List.of("mlMemberAbilities")) != null) {
      for (String output : new String[] {"MODEL_OUTPUT", "INFERENCE_OUTPUT"}) {
        String ability = "CAN_RECEIVE_" + output;
        boolean may = holds(specified, ability, "mlMemberAbilities", "customMLMemberAbilities");
        if (may != holds(member, ability, "mlAbilities", "customMLMemberAbilities")) {
          types.add((may ? "GRANT_" : "REVOKE_") + ability);
        }
      }
    }
    Object pays = Trees.find(specified, List.of("paymentConfiguration"));
    if (pays != null && !pays.equals(member.get("paymentConfiguration"))) {
      boolean payer = pays.toString().contains("isResponsible=true");
      types.add(payer ? "ADD_PAYER_CANDIDATE" : "REMOVE_PAYER_CANDIDATE");
    }
    if (types.isEmpty()) {
      // Nothing changes, and yet there has to be a type.
      types.add((receives ? "GRANT" : "REVOKE") + "_RECEIVE_RESULTS_ABILITY");
    }
    return types;
  }

  private static boolean holds(Object holder, String ability, String... path) {
    return Trees.find(holder, List.of(path)) instanceof List<?> abilities
        && abilities.contains(ability);
  }
}
