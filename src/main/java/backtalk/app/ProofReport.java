package backtalk.app;

import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import backtalk.proof.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats broken promises for the author: location, violation, fix, and a chat that shows it. */
public record ProofReport(Path folder, SourceMap sourceMap) {

  /** Returns the lines to print; empty when every promise holds. */
  public List<String> lines(Proof proof) {
    return switch (proof) {
      case Proof.Holds holds -> List.of();
      case Proof.TooLarge(String why) -> List.of(tooLarge(why));
      case Proof.Broken(var extent, List<Proof.BrokenPromise> promises) ->
          promises.stream().flatMap(promise -> lines(promise).stream()).toList();
    };
  }

  private String tooLarge(String why) {
    return folder + ": too large to prove: " + why + "; split it into smaller conversations.";
  }

  private List<String> lines(Proof.BrokenPromise broken) {
    SourceLocation location = sourceMap.of(broken.location());
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s:%d: %s %s (%s)"
            .formatted(
                folder.resolve(location.file()),
                location.line(),
                broken.what(),
                broken.fix(),
                broken.promise().word()));
    broken.chat().forEach(line -> lines.add("    you: " + line));
    if (!broken.ends().isEmpty()) {
      lines.add("    bot: " + broken.ends());
    }
    return lines;
  }
}
