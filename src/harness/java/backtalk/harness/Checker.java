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
 * Compares the committed updates, turns and messages with the journal once the run is idle.
 *
 * @param faultTimes the times of kills and crashes, in milliseconds of the epoch
 * @param inOrder true where a chat's updates are delivered in order; by webhook Telegram delivers
 *     messages and button taps in parallel
 */
record Checker(Ledger ledger, Journal journal, List<Long> faultTimes, boolean inOrder) {

  /** Limits the failing chats that are shown in full. */
  private static final int MAX_SHOWN = 3;

  /** Adds the results to the findings. */
  void check(Findings findings) {
    updates(findings);
    turns(findings);
    deliveries(findings);
    findings.expect("messages left in the outbox", ledger.number("select count(*) from outbox"), 0);
    findings.expect("database unsound", ledger.isSound() ? 0 : 1, 0);
  }

  private void updates(Findings findings) {
    List<Long> stored = ledger.updates();
    Set<Long> distinct = new HashSet<>(stored);
    List<Journal.PostedUpdate> updates = journal.updates();
    findings.report("updates that people caused", updates.size());
    findings.expect(
        "of them not confirmed in the end",
        updates.stream().filter(update -> !update.confirmed()).count(),
        0);
    findings.expect(
        "confirmed, and not in the store",
        updates.stream()
            .filter(Journal.PostedUpdate::confirmed)
            .filter(update -> !distinct.contains(update.id()))
            .count(),
        0);
    findings.expect("taken more than once", stored.size() - distinct.size(), 0);
    if (inOrder) {
      findings.expect("taken before an earlier one of their chat", overtaken(stored), 0);
    }
    Set<Long> caused = updates.stream().map(Journal.PostedUpdate::id).collect(Collectors.toSet());
    findings.expect(
        "taken, and caused by nobody",
        distinct.stream().filter(update -> !caused.contains(update)).count(),
        0);
  }

  private long overtaken(List<Long> stored) {
    Map<Long, Long> chats =
        journal.updates().stream()
            .collect(Collectors.toMap(Journal.PostedUpdate::id, Journal.PostedUpdate::chat));
    Map<Long, Long> newest = new HashMap<>();
    return stored.stream()
        .filter(chats::containsKey)
        .filter(
            update -> {
              long newer = newest.merge(chats.getOrDefault(update, 0L), update, Math::max);
              return newer != update;
            })
        .count();
  }

  /** Checks that the turns of each dialogue raise its revision by one, without gaps or repeats. */
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
    findings.report("turns committed", turns);
    List<Long> withoutUpdate = ledger.numbers(Ledger.WITHOUT_UPDATE);
    findings.report(
        "of them follow-ups and the harness's own, without update", withoutUpdate.size());
    findings.expect(
        "turns more or less than updates taken",
        turns - withoutUpdate.size() - ledger.number("select count(*) from ledger_update"),
        0);
    Map<Long, Long> caused =
        journal.updates().stream()
            .filter(Journal.PostedUpdate::confirmed)
            .collect(Collectors.groupingBy(Journal.PostedUpdate::chat, Collectors.counting()));
    withoutUpdate.forEach(chat -> caused.merge(chat, 1L, Long::sum));
    findings.expect(
        "chats with more or fewer turns than updates",
        caused.entrySet().stream()
            .filter(it -> revisions.getOrDefault(it.getKey(), List.of()).size() != it.getValue())
            .count(),
        0);
    findings.expect(
        "dialogues with a revision left out or taken twice",
        revisions.values().stream().filter(chat -> !isGapless(chat)).count(),
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

  private static boolean isGapless(List<Long> revisions) {
    return revisions.equals(
        LongStream.range(0, revisions.size()).mapToObj(it -> revisions.getFirst() + it).toList());
  }

  private static boolean isLast(Long revision, List<Long> revisions) {
    return !revisions.isEmpty() && revisions.getLast().equals(revision);
  }

  private void deliveries(Findings findings) {
    Map<Long, List<CommittedMessage>> committed =
        ledger.rows(CommittedMessage.QUERY, CommittedMessage::of).stream()
            .collect(Collectors.groupingBy(CommittedMessage::chat));
    Map<Long, List<Journal.SentCall>> calls =
        journal.calls().stream().collect(Collectors.groupingBy(Journal.SentCall::chat));
    Set<Long> chats = new HashSet<>(committed.keySet());
    chats.addAll(calls.keySet());
    List<DeliveryCheck> checks =
        chats.stream().map(chat -> deliveries(chat, committed, calls)).toList();
    chats.stream()
        .filter(chat -> deliveries(chat, committed, calls).hasFailed())
        .limit(MAX_SHOWN)
        .forEach(chat -> findings.show("chat " + chat, committed.get(chat), calls.get(chat)));
    findings.report(
        "messages committed (to be sent or shown in place)",
        committed.values().stream()
            .flatMap(List::stream)
            .filter(CommittedMessage::required)
            .count());
    findings.expect("of them never sent", sum(checks, it -> it.missing), 0);
    findings.expect("first sent out of their chat's order", sum(checks, it -> it.outOfOrder), 0);
    findings.report("said twice", sum(checks, it -> it.duplicates));
    findings.expect(
        "said twice with no answer lost, or though the store knew",
        sum(checks, it -> it.unexplained),
        0);
    findings.report(
        "calls whose answer was lost on its way",
        journal.calls().stream().filter(call -> !call.answered()).count());
  }

  private DeliveryCheck deliveries(
      Long chat,
      Map<Long, List<CommittedMessage>> committed,
      Map<Long, List<Journal.SentCall>> calls) {
    return new DeliveryCheck(
        committed.getOrDefault(chat, List.of()), calls.getOrDefault(chat, List.of()), faultTimes);
  }

  private static long sum(List<DeliveryCheck> checks, ToLongFunction<DeliveryCheck> count) {
    return checks.stream().mapToLong(count).sum();
  }
}
