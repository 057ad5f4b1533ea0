package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.proof.MigrationProof;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What becomes of dialogues saved under an older version of a conversation, in words. */
record MigrationReport(Path oldFolder, LoadResult.Read old, MigrationProof migrationProof) {

  /** Compares the version of a folder with the one that follows it. */
  static MigrationReport of(Path oldFolder, LoadResult.Read now) {
    LoadResult.Read old = BotFactory.older(oldFolder);
    return new MigrationReport(
        oldFolder, old, MigrationProof.of(old.conversation(), now.conversation()));
  }

  /** A line for each fact that would be lost; none where every dialogue goes on. */
  List<String> lost() {
    return migrationProof.lost().stream().map(this::lost).toList();
  }

  private String lost(String fact) {
    SourceLocation location = old.sourceMap().fact(fact);
    return "%s:%d: '%s' is gone, and what people told of it would be lost. Name its new id under"
            .formatted(oldFolder.resolve(location.file()), location.line(), fact)
        + " 'renamed' in conversation.yaml, or give it up under 'retired'.";
  }

  /** A line for each place in which a dialogue can have been saved. */
  List<String> places() {
    return migrationProof.positions().entrySet().stream().map(MigrationReport::place).toList();
  }

  private static String place(Map.Entry<String, MigrationProof.Next> place) {
    MigrationProof.Next next = place.getValue();
    String again = String.join(", ", next.askedAgain());
    if (again.isEmpty()) {
      return "saved in " + place.getKey() + ": goes on";
    }
    return "saved in "
        + place.getKey()
        + ": "
        + (next.goesOn() ? "goes on, or, as its answers are, finds itself" : "finds itself")
        + " in "
        + again
        + " and is told so";
  }
}
