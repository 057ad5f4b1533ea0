package backtalk.dialogue.rendering;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Source;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Sources;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the sources of lines: each source once, with its sections. */
record Citations(String heading, Sources sources) {

  static Citations of(Conversation conversation) {
    return new Citations(conversation.phrase("sources-heading"), conversation.sources());
  }

  /**
   * Returns for instance "Sources: Article 1 (Red flags; Self-cracking)", or "" when the lines make
   * no claim.
   */
  String of(List<SourcedText> lines) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    lines.stream()
        .flatMap(line -> line.claims().stream())
        .map(sources.claims()::get)
        .filter(Objects::nonNull)
        .forEach(claim -> add(sections, claim));
    String named = sections.entrySet().stream().map(this::name).collect(Collectors.joining(", "));
    return named.isEmpty() ? "" : heading + ": " + named;
  }

  private void add(Map<String, Set<String>> sections, Claim claim) {
    Set<String> named = sections.computeIfAbsent(claim.source(), source -> new LinkedHashSet<>());
    Source source = source(claim.source());
    if (!source.beyond()) {
      named.add(source.sections().getOrDefault(claim.section(), claim.section()));
    }
  }

  private String name(Map.Entry<String, Set<String>> entry) {
    String name = source(entry.getKey()).name();
    return entry.getValue().isEmpty()
        ? name
        : name + " (" + String.join("; ", entry.getValue()) + ")";
  }

  private Source source(String id) {
    return Objects.requireNonNull(sources.sources().get(id), "source");
  }
}
