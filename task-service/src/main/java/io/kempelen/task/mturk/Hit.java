package io.kempelen.task.mturk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task in MTurk's shape. Absent members are left out: some clients break on nulls. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Hit(
        @JsonProperty("HITId") String hitId,
        @JsonProperty("HITTypeId") String hitTypeId,
        @JsonProperty("HITGroupId") String hitGroupId,
        @JsonProperty("CreationTime") BigDecimal creationTime,
        @JsonProperty("Title") String title,
        @JsonProperty("Description") String description,
        @JsonProperty("Question") String question,
        @JsonProperty("Keywords") @Nullable String keywords,
        @JsonProperty("HITStatus") String hitStatus,
        @JsonProperty("MaxAssignments") int maxAssignments,
        @JsonProperty("Reward") String reward,
        @JsonProperty("AutoApprovalDelayInSeconds") long autoApprovalDelayInSeconds,
        @JsonProperty("Expiration") BigDecimal expiration,
        @JsonProperty("AssignmentDurationInSeconds") long assignmentDurationInSeconds,
        @JsonProperty("RequesterAnnotation") @Nullable String requesterAnnotation,
        @JsonProperty("QualificationRequirements") List<HitRequirement> qualificationRequirements,
        @JsonProperty("HITReviewStatus") String hitReviewStatus,
        @JsonProperty("NumberOfAssignmentsPending") int pending,
        @JsonProperty("NumberOfAssignmentsAvailable") int available,
        @JsonProperty("NumberOfAssignmentsCompleted") int completed) {}
