package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Operation;
import java.util.Locale;
import java.util.Set;

/** What a call does in the account that it is made for, at most. */
public enum Effect {
  /** It changes nothing and costs nothing. */
  READ,
  /** It creates or changes something. */
  WRITE,
  /** It removes something. */
  DELETE,
  /** It runs something that costs money. */
  COMPUTE;

  private static final Set<String> COMPUTING =
      Set.of(
          "StartProtectedQuery",
          "StartProtectedJob",
          "PopulateIdMappingTable",
          "PopulateIntermediateTable");

  /** Nothing gives back to the other members what this takes from them. */
  private static final String DISALLOWING = "DisallowIntermediateTable";

  /** Returns the effect of an operation; whatever is not known to read counts as more. */
  public static Effect of(Operation operation) {
    String name = operation.name();
    if (COMPUTING.contains(name)) {
      return COMPUTE;
    }
    if (operation.http().method().equals("DELETE") || name.equals(DISALLOWING)) {
      return DELETE;
    }
    boolean reads =
        name.startsWith("Get")
            || name.startsWith("List")
            || name.startsWith("BatchGet")
            || name.equals("PreviewPrivacyImpact");
    return reads ? READ : WRITE;
  }

  /** Returns what such a call does, in an infinitive. */
  String verb() {
    return this == COMPUTE ? "run what costs money" : label();
  }

  /** Returns the name in lower case, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
