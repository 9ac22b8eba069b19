package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.*;
import io.github.cleanroomscontract.finding.*;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.util.*;
import java.util.concurrent.atomic.*;
import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void probe() throws Exception {
    ContractValidator v = ContractValidator.create();
    Map<String, Integer> bad = new TreeMap<>();
    Map<String, List<String>> ex = new TreeMap<>();
    long valid = 0, invalid = 0;
    long t0 = System.currentTimeMillis();
    long gen = 0;
    String only = System.getProperty("only", "");
    for (Operation op : Catalogue.current().operations()) {
      if (!op.name().contains(only)) continue;
      for (Direction d : List.of(Direction.REQUEST, Direction.RESPONSE)) {
        for (boolean ok : new boolean[] {true, false}) {
          Iterator<GeneratedCase> it =
              ok
                  ? PayloadCases.of(op.name(), d).valid().iterator()
                  : PayloadCases.of(op.name(), d).invalid().iterator();
          while (true) {
            long g = System.nanoTime();
            GeneratedCase c;
            try {
              if (!it.hasNext()) break;
              c = it.next();
            } catch (RuntimeException e) {
              StringBuilder sb = new StringBuilder();
              for (int i = 0; i < Math.min(6, e.getStackTrace().length); i++)
                sb.append(e.getStackTrace()[i]).append(" < ");
              String k = "GEN " + e + " " + sb;
              bad.merge(k, 1, Integer::sum);
              ex.computeIfAbsent(k, x -> new ArrayList<>()).add(op + " " + d + ok);
              break;
            }
            gen += System.nanoTime() - g;
            if (ok) valid++;
            else invalid++;
            Report r =
                d == Direction.REQUEST
                    ? v.validateRequest(op.name(), c.payload())
                    : v.validateResponse(op.name(), c.payload());
            List<String> found = new ArrayList<>();
            for (Finding f : r.findings())
              found.add(f.rule().id() + " at " + f.pointer() + " " + f.found().orElse(""));
            found.removeIf(s -> s.startsWith("arn.published-maximum"));
            if (c.rule().isPresent()) {
              int i = -1;
              for (int j = 0; j < found.size(); j++)
                if (found.get(j).startsWith(c.rule().get() + " at " + c.pointer().get() + " "))
                  i = j;
              if (i < 0) found.add(0, "MISSING " + c.rule().get());
              else found.remove(i);
            }
            if (!found.isEmpty()) {
              String k =
                  (ok ? "V " : "I ")
                      + found.get(0).replaceAll(" at .*", "")
                      + (c.rule().isPresent() ? " for " + c.rule().get() : "");
              bad.merge(k, 1, Integer::sum);
              List<String> l = ex.computeIfAbsent(k, x -> new ArrayList<>());
              if (l.size() < 400)
                l.add(
                    c
                        + " | "
                        + found
                        + " | "
                        + (c.payload().length() > 700
                            ? c.payload().substring(0, 700)
                            : c.payload()));
            }
          }
        }
      }
    }
    StringBuilder out = new StringBuilder();
    out.append(
        "valid "
            + valid
            + " invalid "
            + invalid
            + " ms "
            + (System.currentTimeMillis() - t0)
            + " gen ms "
            + gen / 1000000
            + "\n");
    bad.forEach(
        (k, n) -> {
          out.append(n + " " + k + "\n");
          Set<String> ops = new HashSet<>();
          int s = 0;
          for (String e : ex.get(k))
            if (ops.add(e.split(":")[0]) && s++ < 3) out.append("     " + e + "\n");
        });
    java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/gen-probe.txt"), out.toString());
  }
}
