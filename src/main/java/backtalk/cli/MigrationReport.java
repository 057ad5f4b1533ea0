package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.proof.MigrationProof;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reports what happens to dialogues saved under an older version of a conversation. */
record MigrationReport(Path oldFolder, LoadResult.Read old, MigrationProof migrationProof) {

  /** Compares the older version in a folder with the current version. */
  static MigrationReport of(Path oldFolder, LoadResult.Read now) {
    LoadResult.Read old = BotFactory.older(oldFolder);
    return new MigrationReport(
        oldFolder, old, MigrationProof.of(old.conversation(), now.conversation()));
  }

  /** Returns a line for each fact that would be lost; empty when every dialogue continues. */
  List<String> lost() {
    return migrationProof.lost().stream().map(this::lost).toList();
  }

  private String lost(String fact) {
    SourceLocation location = old.sourceMap().fact(fact);
    return "%s:%d: '%s' is gone, and what people told of it would be lost. Name its new id under"
            .formatted(oldFolder.resolve(location.file()), location.line(), fact)
        + " 'renamed' in conversation.yaml, or give it up under 'retired'.";
  }

  /** Returns a line for each position in which a dialogue can have been saved. */
  List<String> positions() {
    return migrationProof.positions().entrySet().stream().map(MigrationReport::position).toList();
  }

  private static String position(Map.Entry<String, MigrationProof.Next> position) {
    MigrationProof.Next next = position.getValue();
    String again = String.join(", ", next.askedAgain());
    if (again.isEmpty()) {
      return "saved in " + position.getKey() + ": goes on";
    }
    return "saved in "
        + position.getKey()
        + ": "
        + (next.goesOn() ? "goes on, or, as its answers are, finds itself" : "finds itself")
        + " in "
        + again
        + " and is told so";
  }
}
