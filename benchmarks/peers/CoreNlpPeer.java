import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stanford CoreNLP: `java -cp ... CoreNlpPeer.java folder out.tsv rounds`. */
public class CoreNlpPeer {
  static final Map<String, String> KINDS = Map.of("PERSON", "PER", "ORGANIZATION", "ORG", "LOCATION", "LOC",
      "CITY", "LOC", "COUNTRY", "LOC", "STATE_OR_PROVINCE", "LOC");

  public static void main(String[] arguments) throws Exception {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> paths = Files.list(Path.of(arguments[0]))) {
      for (Path path : paths.sorted().collect(Collectors.toList())) texts.add(Files.readString(path));
    }
    long began = System.nanoTime();
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,depparse,ner");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.buildEntityMentions", "false");
    properties.setProperty("ner.docdate.usePresent", "false");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    double load = (System.nanoTime() - began) / 1e9;
    for (String text : texts.subList(0, 20)) pipeline.annotate(new Annotation(text));

    double seconds = Double.POSITIVE_INFINITY;
    List<Annotation> found = List.of();
    for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
      long start = System.nanoTime();
      List<Annotation> now = new ArrayList<>();
      for (String text : texts) {
        Annotation document = new Annotation(text);
        pipeline.annotate(document);
        now.add(document);
      }
      found = now;
      seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
    }

    StringBuilder out = new StringBuilder();
    for (Annotation document : found) {
      out.append("D\n");
      for (CoreMap sentence : document.get(CoreAnnotations.SentencesAnnotation.class)) {
        out.append("S\n");
        List<CoreLabel> tokens = sentence.get(CoreAnnotations.TokensAnnotation.class);
        SemanticGraph graph = sentence.get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
        for (CoreLabel token : tokens) {
          IndexedWord node = graph.getNodeByIndexSafe(token.index());
          SemanticGraphEdge edge = node == null || graph.incomingEdgeList(node).isEmpty() ? null : graph.incomingEdgeList(node).get(0);
          out.append(String.join("\t", "T", "" + token.beginPosition(), "" + token.endPosition(), "_", token.tag(),
              "" + (edge == null ? 0 : edge.getGovernor().index()), edge == null ? "root" : edge.getRelation().toString())).append("\n");
        }
        for (int first = 0; first < tokens.size(); first++) {
          String kind = KINDS.get(tokens.get(first).ner());
          if (kind == null) continue;
          int last = first;
          while (last + 1 < tokens.size() && kind.equals(KINDS.get(tokens.get(last + 1).ner()))) last++;
          out.append("N\t" + tokens.get(first).beginPosition() + "\t" + tokens.get(last).endPosition() + "\t" + kind + "\n");
          first = last;
        }
      }
    }
    Files.writeString(Path.of(arguments[1]), out);
    System.out.println("{\"load\": " + load + ", \"seconds\": " + seconds + ", \"version\": \"CoreNLP 4.5.10\"}");
  }
}
