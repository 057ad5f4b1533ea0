package backtalk.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Holds what was committed against what the world saw, when all has come to rest.
 *
 * @param struck when something struck
 * @param inOrder whether updates of a chat come in order: Telegram pushes its messages and its taps
 *     beside each other
 */
record Checker(Ledger ledger, WorldLog worldLog, List<Long> struck, boolean inOrder) {

  /** So many chats with a mistake are shown whole. */
  private static final int SHOWN = 3;

  /** Adds what it finds. */
  void check(Findings findings) {
    updates(findings);
    turns(findings);
    sayings(findings);
    findings.expect("messages left in the outbox", ledger.number("select count(*) from outbox"), 0);
    findings.expect("database unsound", ledger.isSound() ? 0 : 1, 0);
  }

  private void updates(Findings findings) {
    List<Long> taken = ledger.updates();
    Set<Long> once = new HashSet<>(taken);
    List<WorldLog.Handed> updates = worldLog.updates();
    findings.tell("updates that people caused", updates.size());
    findings.expect(
        "of them not confirmed in the end",
        updates.stream().filter(update -> !update.confirmed()).count(),
        0);
    findings.expect(
        "confirmed, and not in the store",
        updates.stream()
            .filter(WorldLog.Handed::confirmed)
            .filter(update -> !once.contains(update.id()))
            .count(),
        0);
    findings.expect("taken more than once", taken.size() - once.size(), 0);
    if (inOrder) {
      findings.expect("taken before an earlier one of their chat", overtaking(taken), 0);
    }
    Set<Long> posted = updates.stream().map(WorldLog.Handed::id).collect(Collectors.toSet());
    findings.expect(
        "taken, and caused by nobody",
        once.stream().filter(update -> !posted.contains(update)).count(),
        0);
  }

  private long overtaking(List<Long> taken) {
    Map<Long, Long> chats =
        worldLog.updates().stream()
            .collect(Collectors.toMap(WorldLog.Handed::id, WorldLog.Handed::chat));
    Map<Long, Long> newest = new HashMap<>();
    return taken.stream()
        .filter(chats::containsKey)
        .filter(
            update -> {
              long newer = newest.merge(chats.getOrDefault(update, 0L), update, Math::max);
              return newer != update;
            })
        .count();
  }

  /** Each turn raises its dialogue's revision by one: none twice, none left out, none beside. */
  private void turns(Findings findings) {
    Map<Long, List<Long>> revisions = new HashMap<>();
    ledger
        .rows(
            "select chat, revision from ledger_turn order by chat, revision",
            row -> Map.entry(row.getLong(1), row.getLong(2)))
        .forEach(
            turn ->
                revisions
                    .computeIfAbsent(turn.getKey(), chat -> new ArrayList<>())
                    .add(turn.getValue()));
    long turns = revisions.values().stream().mapToLong(List::size).sum();
    findings.tell("turns committed", turns);
    findings.expect(
        "turns more or less than updates taken",
        turns - ledger.number("select count(*) from ledger_update"),
        0);
    Map<Long, Long> caused =
        worldLog.updates().stream()
            .filter(WorldLog.Handed::confirmed)
            .collect(Collectors.groupingBy(WorldLog.Handed::chat, Collectors.counting()));
    findings.expect(
        "chats with more or fewer turns than updates",
        caused.entrySet().stream()
            .filter(it -> revisions.getOrDefault(it.getKey(), List.of()).size() != it.getValue())
            .count(),
        0);
    findings.expect(
        "dialogues with a revision left out or taken twice",
        revisions.values().stream().filter(all -> !isOneByOne(all)).count(),
        0);
    findings.expect(
        "dialogues at another revision than their last turn",
        ledger
            .rows(
                "select chat, revision from dialogue",
                row -> Map.entry(row.getLong(1), row.getLong(2)))
            .stream()
            .filter(it -> !isLast(it.getValue(), revisions.getOrDefault(it.getKey(), List.of())))
            .count(),
        0);
  }

  private static boolean isOneByOne(List<Long> revisions) {
    return revisions.equals(
        LongStream.range(0, revisions.size()).mapToObj(it -> revisions.getFirst() + it).toList());
  }

  private static boolean isLast(Long revision, List<Long> revisions) {
    return !revisions.isEmpty() && revisions.getLast().equals(revision);
  }

  private void sayings(Findings findings) {
    Map<Long, List<Committed>> committed =
        ledger.rows(Committed.QUERY, Committed::of).stream()
            .collect(Collectors.groupingBy(Committed::chat));
    Map<Long, List<WorldLog.Call>> calls =
        worldLog.calls().stream().collect(Collectors.groupingBy(WorldLog.Call::chat));
    Set<Long> chats = new HashSet<>(committed.keySet());
    chats.addAll(calls.keySet());
    List<Sayings> all = chats.stream().map(chat -> sayings(chat, committed, calls)).toList();
    chats.stream()
        .filter(chat -> sayings(chat, committed, calls).isWrong())
        .limit(SHOWN)
        .forEach(chat -> findings.show("chat " + chat, committed.get(chat), calls.get(chat)));
    findings.tell(
        "messages committed (to be sent or shown in place)",
        committed.values().stream().flatMap(List::stream).filter(Committed::must).count());
    findings.expect("of them never sent", sum(all, it -> it.missing), 0);
    findings.expect("first sent out of their chat's order", sum(all, it -> it.outOfOrder), 0);
    findings.tell("said twice", sum(all, it -> it.doubles));
    findings.expect(
        "said twice with no answer lost, or though the store knew",
        sum(all, it -> it.unexplained),
        0);
    findings.tell(
        "calls whose answer was lost on its way",
        worldLog.calls().stream().filter(call -> !call.answered()).count());
  }

  private Sayings sayings(
      Long chat, Map<Long, List<Committed>> committed, Map<Long, List<WorldLog.Call>> calls) {
    return new Sayings(
        committed.getOrDefault(chat, List.of()), calls.getOrDefault(chat, List.of()), struck);
  }

  private static long sum(List<Sayings> all, ToLongFunction<Sayings> what) {
    return all.stream().mapToLong(what).sum();
  }
}
