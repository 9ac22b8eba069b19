package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What members of a structure have to agree on, by its shape. Immutable and thread-safe. */
final class Agreements {

  static final Agreements ALL = new Agreements();

  private final Map<String, List<Consumer<Draft>>> byShape = new HashMap<>();

  private Agreements() {
    ResourceAgreements.register(this);
    QueryAgreements.register(this);
    JobAgreements.register(this);
    TemplateAgreements.register(this);
    CollaborationAgreements.register(this);
    ChangeRequestAgreements.register(this);
    AnalysisRuleAgreements.register(this);
    TableAgreements.register(this);
    IntermediateTableAgreements.register(this);
    PrivacyBudgetAgreements.register(this);
  }

  /** Adds what is to be settled in structures of a shape. */
  void add(String shape, Consumer<Draft> agreement) {
    byShape.computeIfAbsent(shape, name -> new ArrayList<>()).add(agreement);
  }

  /** Brings the members of a structure to agree. */
  void settle(Draft draft) {
    ResourceAgreements.arns(draft);
    byShape.getOrDefault(draft.shape(), List.of()).forEach(each -> each.accept(draft));
    // Some add an id again.
    ResourceAgreements.arns(draft);
  }
}
