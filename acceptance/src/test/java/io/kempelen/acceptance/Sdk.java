package io.kempelen.acceptance;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mturk.MTurkClient;
import software.amazon.awssdk.services.mturk.model.CreateHitRequest;
import software.amazon.awssdk.services.mturk.model.HIT;

/** A requester behind the unmodified AWS SDK for Java. */
record Sdk(MTurkClient mturk) {

    static final String QUESTION = """
            <ExternalQuestion xmlns="http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2006-07-14/ExternalQuestion.xsd">
              <ExternalURL>https://example.org/survey?a=1</ExternalURL><FrameHeight>0</FrameHeight>
            </ExternalQuestion>""";

    static Sdk of(Person requester, URI gateway) {
        return of(requester.accessKeyId(), requester.secretAccessKey(), gateway);
    }

    static Sdk of(String key, String secret, URI gateway) {
        return new Sdk(MTurkClient.builder()
                .endpointOverride(gateway)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .build());
    }

    static CreateHitRequest.Builder wanted(int places) {
        return CreateHitRequest.builder()
                .title("A survey")
                .description("Answer it")
                .keywords("survey, short")
                .reward("0.05")
                .assignmentDurationInSeconds(600L)
                .lifetimeInSeconds(3600L)
                .maxAssignments(places)
                .question(QUESTION);
    }

    HIT create(int places) {
        return mturk.createHIT(wanted(places).build()).hit();
    }

    HIT hit(String id) {
        return mturk.getHIT(request -> request.hitId(id)).hit();
    }
}
